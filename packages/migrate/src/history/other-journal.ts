import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import type { Migration } from '../contract/migration.ts';
import { MigrationProblem } from '../contract/problem.ts';
import { literal } from '../sql/literal.ts';
import { type OtherTool, otherTools } from './other-tools.ts';

/** What another tool remembers in a database of these migrations. */
export interface OtherJournal {
  readonly tool: string;
  /** Its table, as it is written in SQL. */
  readonly table: string;
  /** Versions that it applied, in our order. */
  readonly applied: readonly string[];
}

/** The journal of another tool that knows the most of these migrations; null where there is none that knows any. */
export async function readOtherJournal(
  session: Session,
  migrations: readonly Migration[],
): Promise<OtherJournal | null> {
  const tables = await session.run(`SELECT format('%I.%I', n.nspname, c.relname) AS path, c.relname::text AS name,
      string_agg(a.attname, ' ') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    WHERE c.relkind = 'r' AND c.relname IN (${otherTools.map(({ table }) => literal(table)).join(', ')})
      AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
    GROUP BY 1, 2 ORDER BY 1`);
  let most: OtherJournal | null = null;
  for (const row of tables) {
    const columns = textOf(row, 'columns').split(' ');
    const tool = otherTools.find(
      (each) => each.table === textOf(row, 'name') && each.columns.every((column) => columns.includes(column)),
    );
    if (tool === undefined) continue;
    const applied = await appliedBy(session, tool, textOf(row, 'path'), migrations);
    if (applied.length > (most?.applied.length ?? 0)) most = { tool: tool.name, table: textOf(row, 'path'), applied };
  }
  return most;
}

async function appliedBy(
  session: Session,
  { name, rows, keyOf, byText }: OtherTool,
  table: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const found = await session.run(`WITH journal AS (SELECT * FROM ${table}), found AS (${rows})
    SELECT key, broken::text, up_to::text FROM found`);
  const keys = migrations.map(({ version, checksum }) => (byText ? checksum : keyOf(version)));
  const applied = new Set<string>();
  for (const row of found) {
    const key = keyOf(textOf(row, 'key'));
    const at = keys.indexOf(key);
    const version = migrations[at]?.version;
    if (version === undefined) continue;
    if (textOf(row, 'broken') === 'true') throw halfDone(name, table, version);
    for (const each of textOf(row, 'up_to') === 'true' ? migrations.slice(0, at + 1) : [{ version }]) {
      applied.add(each.version);
    }
  }
  return migrations.flatMap(({ version }) => (applied.has(version) ? [version] : []));
}

function halfDone(tool: string, table: string, version: string): MigrationProblem {
  return new MigrationProblem('HISTORY_DIFFERS', `${tool} left ${version} half done, as its journal ${table} says.`, {
    hint: `Bring that to an end with ${tool} first, up or back. Nothing was changed.`,
  });
}

/** Refuses to apply again what another tool applied. */
export function appliedElsewhere({ tool, table, applied }: OtherJournal, total: number): MigrationProblem {
  const which = applied.length === total ? 'they are all applied' : `${applied.length} of them are applied`;
  return new MigrationProblem(
    'HISTORY_DIFFERS',
    `There are ${total} migrations to apply, but ${table}, the journal of ${tool}, says that ${which} already. Nothing was applied.`,
    {
      hint: 'Say `plumb baseline`: it counts those as applied, and `plumb up` applies the others. If the journal is wrong, drop it.',
    },
  );
}
