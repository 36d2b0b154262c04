import { textOf } from '../../client/row.ts';
import type { Session } from '../../client/session.ts';
import { literal } from '../../sql/literal.ts';
import { namePattern } from '../../sql/without-comments.ts';
import { dropInvalid, type FoundIndex, indexesWhere, memoryOf, oidsOf } from './invalid-indexes.ts';
import type { Leftover } from './leftover.ts';

const build = new RegExp(
  String.raw`^create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(?:(?<name>(?!on\b)${namePattern})\s+)?on\s+(?:only\s+)?(?<table>${namePattern})`,
  'iu',
);

/**
 * A build that fails or is cut off leaves an invalid index, which slows down every write and serves no query. IF NOT EXISTS
 * would take it for the index that is wanted.
 */
export function indexBuild(sql: string): Leftover | null {
  const groups = build.exec(sql)?.groups;
  if (groups?.table === undefined) return null;
  const { name, table } = groups;
  const ofTable = `i.indrelid = to_regclass(${literal(table)})`;
  const named = name === undefined ? '' : ` AND c.relname = (parse_ident(${literal(name)}))[1]`;
  const found = (session: Session): Promise<readonly FoundIndex[]> => indexesWhere(session, `${ofTable}${named}`);
  return {
    async prepare(session) {
      if (name !== undefined) await dropInvalid(session, await found(session));
    },
    async remember(session) {
      return memoryOf(await found(session));
    },
    async settle(session, memory) {
      await waitForBuilds(session, table);
      const before = oidsOf(memory);
      const fresh = (await found(session)).filter(({ oid }) => !before.has(oid));
      if (fresh.some(({ valid }) => valid)) return 'done';
      await dropInvalid(session, fresh);
      return 'again';
    },
  };
}

/** Whoever was cut off may have left a server process that goes on building. */
async function waitForBuilds(session: Session, table: string): Promise<void> {
  for (;;) {
    const [row] = await session.run(`SELECT count(*)::text AS building FROM pg_stat_progress_create_index
      WHERE relid = to_regclass(${literal(table)}) AND pid <> pg_backend_pid()`);
    if (textOf(row, 'building') === '0') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
