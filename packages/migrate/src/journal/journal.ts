import { textOf, textOrNull } from '../client/row.ts';
import { serverErrorOf } from '../client/server-error.ts';
import type { Row, Session } from '../client/session.ts';
import type { Direction } from '../contract/migration.ts';
import { literal } from '../sql/literal.ts';
import { journalSchema, journalTables } from './journal-tables.ts';

/** What a database remembers of one migration. */
export interface JournalEntry {
  readonly version: string;
  readonly checksum: string;
  /** `applying` and `reverting` are on the way: what is done of it is in the units. */
  readonly state: 'applying' | 'applied' | 'reverting';
  /** Whether it was once applied to its end. */
  readonly complete: boolean;
}

/** An entry with all that is told of it. */
export interface JournalRecord extends JournalEntry {
  readonly name: string;
  readonly appliedBy: string;
  /** Points in time as ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** What commits together, and how far it came. */
export interface JournalUnit {
  readonly direction: Direction;
  /** From 0, across the sections of its direction. */
  readonly number: number;
  readonly mode: string;
  readonly checksum: string;
  readonly state: 'running' | 'done';
  /** What the unit wrote down for its own continuation, as JSON. */
  readonly memory: string | null;
}

/** Makes the journal where there is none; by several at once, it is made once. */
export async function ensureJournal(session: Session): Promise<void> {
  const [row] = await session.run(`SELECT (to_regclass('plumb.migration_lease') IS NOT NULL)::text AS tables,
    (to_regnamespace('plumb') IS NOT NULL)::text AS schema`);
  if (textOf(row, 'tables') === 'true') return;
  const missing = (textOf(row, 'schema') === 'true' ? '' : journalSchema) + journalTables;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.run(missing);
      return;
    } catch (error) {
      if (attempt === 3 || !madeByAnother(error)) throw error;
    }
  }
}

/** IF NOT EXISTS doesn't see what another session is about to commit. */
function madeByAnother(error: unknown): boolean {
  return ['23505', '42P06', '42P07', '42710'].includes(serverErrorOf(error)?.sqlstate ?? '');
}

/** In the order in which they were applied; null where the database has no journal. */
export async function readJournal(session: Session): Promise<readonly JournalEntry[] | null> {
  const rows = await select(session, `SELECT ${entryColumns} FROM plumb.migrations ORDER BY ordinal`);
  return rows?.map(entryOf) ?? null;
}

/** The journal with all that is told of each migration. */
export async function readRecords(session: Session): Promise<readonly JournalRecord[] | null> {
  const rows = await select(
    session,
    `SELECT ${entryColumns}, name, applied_by,
      to_char(started_at AT TIME ZONE 'UTC', '${isoTime}') AS started_at,
      to_char(finished_at AT TIME ZONE 'UTC', '${isoTime}') AS finished_at
    FROM plumb.migrations ORDER BY ordinal`,
  );
  const records = rows?.map((row) => ({
    ...entryOf(row),
    name: textOf(row, 'name'),
    appliedBy: textOf(row, 'applied_by'),
    startedAt: textOf(row, 'started_at'),
    finishedAt: textOrNull(row, 'finished_at'),
  }));
  return records ?? null;
}

const entryColumns = 'version, checksum, state, (finished_at IS NOT NULL)::text AS complete';
const isoTime = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

export async function readUnits(session: Session, version: string): Promise<readonly JournalUnit[]> {
  const rows = await session.run(`SELECT direction, number::text, mode, checksum, state, memory::text
    FROM plumb.migration_units WHERE version = ${literal(version)} ORDER BY direction, number`);
  return rows.map((row) => ({
    direction: textOf(row, 'direction') === 'up' ? 'up' : 'down',
    number: Number(textOf(row, 'number')),
    mode: textOf(row, 'mode'),
    checksum: textOf(row, 'checksum'),
    state: textOf(row, 'state') === 'done' ? 'done' : 'running',
    memory: textOrNull(row, 'memory'),
  }));
}

/** The way back as it was when the migration was applied, in sections; null where there is none. */
export async function readDown(session: Session, version: string): Promise<string | null> {
  const [row] = await session.run(`SELECT down FROM plumb.migrations WHERE version = ${literal(version)}`);
  return textOrNull(row, 'down');
}

async function select(session: Session, sql: string): Promise<readonly Row[] | null> {
  try {
    return await session.run(sql);
  } catch (error) {
    const missing = ['3F000', '42P01'].includes(serverErrorOf(error)?.sqlstate ?? '');
    if (missing) return null;
    throw error;
  }
}

function entryOf(row: Row): JournalEntry {
  const state = textOf(row, 'state');
  return {
    version: textOf(row, 'version'),
    checksum: textOf(row, 'checksum'),
    state: state === 'applying' || state === 'reverting' ? state : 'applied',
    complete: textOf(row, 'complete') === 'true',
  };
}
