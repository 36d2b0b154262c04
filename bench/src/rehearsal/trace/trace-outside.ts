import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { locksOf, movedBetween, type Relations, readRelations } from './relations.ts';
import { type Held, hold, type Traced, traced } from './traced.ts';

/** A copy of the database before the statement; each is used once. */
export interface Copy {
  connect(): Promise<{ readonly client: Client; readonly pid: number }>;
  drop(): Promise<void>;
}

/** Each keeps out more than the one before; which mode waits for which of them stands in PostgreSQL's table of conflicts. */
const ladder = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
];

/**
 * A statement that can't be in a transaction. It is run once by itself, for what it reads and rewrites; once while another
 * session has an old snapshot, whose end CONCURRENTLY waits for; and for each table again while another session holds a
 * lock on it, weaker ones first: what it then waits for is what it takes.
 */
export async function traceOutside(statement: string, copy: () => Promise<Copy>): Promise<Traced> {
  const locks: Held = new Map();
  const { relations, ...work } = await traceWork(statement, copy, locks);
  const waitsForSnapshot = await sampled(statement, copy, locks, (client) =>
    client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class'),
  );
  for (const { name, quoted, kind } of relations.values()) {
    if (kind !== 'r' && kind !== 'p') continue;
    const under = (mode: string): Promise<Held | null> =>
      sampled(
        statement,
        copy,
        locks,
        (client) => client.query(`BEGIN; LOCK TABLE ONLY ${quoted} IN ${mode} MODE`),
        name,
      );
    if (!(await under('ACCESS EXCLUSIVE'))) continue;
    for (const mode of ladder.slice(0, -1)) if (await under(mode)) break;
  }
  // CONCURRENTLY lets go of some locks before it works
  return traced(locks, waitsForSnapshot ?? locks, work);
}

async function traceWork(statement: string, copy: () => Promise<Copy>, locks: Held) {
  const database = await copy();
  const [{ client, pid }, { client: observer }] = [await database.connect(), await database.connect()];
  const before = await readRelations(observer);
  await watching(observer, pid, before, locks, client.query(statement));
  // it hands in what it counted
  await client.end();
  const scans = await scansSince(observer, before);
  const moved = movedBetween(before, await readRelations(observer));
  await observer.end();
  await database.drop();
  return { relations: before, scans, ...moved };
}

/** Runs it while another session is in its way; what it held when it waited for that one's lock on the relation, if it did. */
async function sampled(
  statement: string,
  copy: () => Promise<Copy>,
  locks: Held,
  stand: (client: Client) => Promise<unknown>,
  relation?: string,
): Promise<Held | null> {
  const database = await copy();
  const sessions = [await database.connect(), await database.connect(), await database.connect()] as const;
  const [{ client, pid }, { client: observer }, { client: blocker }] = sessions;
  const relations = await readRelations(observer);
  await stand(blocker);
  let waited: Held | null = null;
  await watching(observer, pid, relations, locks, client.query(statement), async (waiting, held) => {
    if (relations.get(waiting.relation ?? 0)?.name === relation) waited = held;
    await blocker.query('ROLLBACK');
  });
  for (const session of sessions) await session.client.end();
  await database.drop();
  return waited;
}

async function watching(
  observer: Client,
  pid: number,
  relations: Relations,
  locks: Held,
  running: Promise<unknown>,
  letPass?: (waiting: { readonly relation: number | null }, held: Held) => Promise<void>,
): Promise<void> {
  let done = false;
  const end = (): void => {
    done = true;
  };
  running.then(end, end);
  while (!done) {
    const { held, waiting } = await locksOf(observer, pid, relations);
    for (const [relation, mode] of held) hold(locks, relation, mode);
    if (waiting !== undefined) await letPass?.(waiting, held);
  }
  await running;
}

/** The copy is new: all that was counted is the statement's. Before 15, a collector writes it down after a while. */
async function scansSince(observer: Client, relations: Relations): Promise<readonly string[]> {
  const { rows: version } = await observer.query<{ number: string }>(
    "SELECT current_setting('server_version_num') AS number",
  );
  await sleep(Number(version[0]?.number) < 150_000 ? 1500 : 50);
  const { rows } = await observer.query<{ oid: number }>(
    'SELECT relid AS oid FROM pg_stat_user_tables WHERE seq_scan > 0',
  );
  return rows.flatMap(({ oid }) => relations.get(oid)?.name ?? []);
}
