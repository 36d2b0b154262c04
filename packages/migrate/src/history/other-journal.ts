import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import type { MigrationFinding } from '../contract/finding.ts';
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
  /** The one that it left half done. */
  readonly halfDone: string | null;
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
    const read = await readRows(session, tool, textOf(row, 'path'), migrations);
    if (known(read) > known(most)) most = { tool: tool.name, table: textOf(row, 'path'), ...read };
  }
  return most;
}

type Rows = Pick<OtherJournal, 'applied' | 'halfDone'>;

/** How many of the migrations it knows. */
function known(read: Rows | null): number {
  return read === null ? 0 : read.applied.length + (read.halfDone === null ? 0 : 1);
}

async function readRows(
  session: Session,
  { rows, keyOf, byText }: OtherTool,
  table: string,
  migrations: readonly Migration[],
): Promise<Rows> {
  const found = await session.run(`WITH journal AS (SELECT * FROM ${table}), found AS (${rows})
    SELECT key, broken::text, up_to::text FROM found`);
  const keys = migrations.map(({ version, checksum }) => (byText ? checksum : keyOf(version)));
  const applied = new Set<number>();
  let halfDone: string | null = null;
  for (const row of found) {
    const at = keys.indexOf(keyOf(textOf(row, 'key')));
    if (at === -1) continue;
    if (textOf(row, 'up_to') === 'true') for (let before = 0; before < at; before += 1) applied.add(before);
    if (textOf(row, 'broken') === 'true') halfDone = migrations[at]?.version ?? null;
    else applied.add(at);
  }
  return { applied: migrations.flatMap(({ version }, at) => (applied.has(at) ? [version] : [])), halfDone };
}

/** What has to be done before the migrations can be applied here, of which another tool did some. */
export function appliedElsewhere({ tool, table, applied, halfDone }: OtherJournal, total: number): MigrationFinding {
  const id = 'migration-applied-elsewhere';
  if (halfDone !== null) {
    return {
      id,
      version: halfDone,
      message: `${tool} left ${halfDone} half done, as its journal ${table} says.`,
      why: 'The database has some of its changes and lacks others.',
      todo: `Bring that to an end with ${tool}, up or back, and then say \`plumb baseline\`.`,
    };
  }
  return {
    id,
    version: applied.at(-1) ?? '',
    message: `${tool} applied ${applied.length} of these ${total} migrations already, as its journal ${table} says.`,
    why: 'To apply them again would fail, or change what is there a second time.',
    todo: 'Say `plumb baseline`: it counts those as applied, and `plumb up` applies the others. If the journal is wrong, drop it.',
  };
}

export function refusal(finding: MigrationFinding): MigrationProblem {
  return new MigrationProblem('HISTORY_DIFFERS', `${finding.message} Nothing was done.`, {
    hint: finding.todo,
    findings: [finding],
  });
}
