import { textOf } from '../../client/row.ts';
import { literal } from '../../sql/literal.ts';
import { namePattern } from '../../sql/without-comments.ts';
import type { Leftover } from './leftover.ts';

const drop = new RegExp(String.raw`^drop\s+index\s+concurrently\s+(?:if\s+exists\s+)?(?<name>${namePattern})`, 'iu');

/** One that is cut off leaves an invalid index under its name. */
export function indexDrop(sql: string): Leftover | null {
  const name = drop.exec(sql)?.groups?.name;
  if (name === undefined) return null;
  return {
    remember: async () => '{}',
    async settle(session) {
      const [row] = await session.run(`SELECT (to_regclass(${literal(name)}) IS NULL)::text AS gone`);
      return textOf(row, 'gone') === 'true' ? 'done' : 'again';
    },
  };
}
