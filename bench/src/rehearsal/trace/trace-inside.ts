import { type Client, DatabaseError } from 'pg';
import { locksOf, movedBetween, type Relations, readRelations } from './relations.ts';
import { type Held, hold, type Traced, traced } from './traced.ts';

interface Session {
  readonly client: Client;
  readonly pid: number;
}

export interface Onlooker {
  readonly observer: Client;
  /** As they were before the migration. */
  readonly relations: Relations;
}

/**
 * Statements in one transaction. A lock that an earlier one took hides that a later one takes it again: so each is run in
 * another database once more, where those before it are committed; one alone needs none.
 */
export async function traceInside(
  statements: readonly string[],
  main: Session & Onlooker,
  apart: (Session & Onlooker) | null,
): Promise<readonly Traced[]> {
  const found: Traced[] = [];
  const { client, observer, relations } = main;
  await client.query('BEGIN');
  let before = await locksOf(observer, main.pid, relations);
  let files = await readRelations(client);
  let scans = await scansIn(client);
  for (const statement of statements) {
    await client.query(statement);
    const after = await locksOf(observer, main.pid, relations);
    const own: Held = apart === null ? new Map() : await ownLocks(statement, apart);
    for (const [relation, mode] of after.held) {
      if (before.held.get(relation) !== mode) hold(own, relation, mode);
    }
    const [filesNow, scansNow] = [await readRelations(client), await scansIn(client)];
    const moved = movedBetween(files, filesNow);
    const work = {
      rewrites: named(moved.rewrites, files, relations),
      rebuilds: named(moved.rebuilds, files, relations),
      scans: [...relations].flatMap(([oid, { name }]) =>
        (scansNow.get(oid) ?? 0) > (scans.get(oid) ?? 0) ? [name] : [],
      ),
    };
    found.push(traced(own, after.held, work));
    [before, files, scans] = [after, filesNow, scansNow];
  }
  await client.query('COMMIT');
  return found;
}

/** By their names from before the migration; those that it made don't count. */
function named(names: readonly string[], now: Relations, relations: Relations): readonly string[] {
  return [...now].flatMap(([oid, { name, kind }]) => {
    if (!names.includes(name)) return [];
    const was = relations.get(oid)?.name;
    if (was !== undefined) return [was];
    // an index that was made again has another oid
    const same = kind === 'i' && [...relations.values()].some((relation) => relation.name === name);
    return same ? [name] : [];
  });
}

async function ownLocks(statement: string, { client, pid, observer, relations }: Session & Onlooker): Promise<Held> {
  // what is set for a transaction has to last
  const text = statement.replace(/^SET LOCAL/i, 'SET').replace(/ON COMMIT DROP/i, '');
  await client.query('BEGIN');
  try {
    await client.query(text);
    const { held } = await locksOf(observer, pid, relations);
    await client.query('COMMIT');
    return held;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    // it needs its transaction: a savepoint
    await client.query('ROLLBACK');
    return new Map();
  }
}

async function scansIn(client: Client): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ oid: number; scans: string }>(
    'SELECT relid AS oid, seq_scan AS scans FROM pg_stat_xact_user_tables',
  );
  return new Map(rows.map(({ oid, scans }) => [oid, Number(scans)]));
}
