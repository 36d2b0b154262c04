import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { isLockMode, joinLocks, type LockMode, type Locks, strongestOf } from './lock-mode.ts';
import { changesBetween, type Observation } from './observation.ts';
import { placeObstacle } from './obstacle.ts';
import { lookFromOutside, type Watched } from './snapshot.ts';

export interface Onlookers {
  /** Runs the statement. */
  readonly client: Client;
  /** Looks at the first. */
  readonly observer: Client;
  /** Stand in its way. */
  readonly obstacles: readonly [Client, Client];
}

/**
 * Watches a statement that can't be in a transaction: its locks come and go while it runs. Another session holds locks, for
 * whose end the statement has to wait where it can be looked at.
 */
export async function watchOutside(
  { client, observer, obstacles }: Onlookers,
  watched: Watched,
  run: () => Promise<void>,
): Promise<Observation> {
  const pid = await pidOf(client);
  await settleStatistics(client);
  const before = await lookFromOutside(observer, watched);
  const standing = await placeObstacle(obstacles);
  let finished = false;
  let locks: Locks = {};
  const running = run().finally(() => {
    finished = true;
  });
  running.catch(() => {});
  do {
    for (let waits = false; !finished && !waits; ) {
      const seen = await locksOf(observer, pid, watched);
      locks = joinLocks(locks, seen.locks);
      waits = seen.waits;
      if (!waits) await sleep(1);
    }
  } while (await standing.giveWay());
  while (!finished) {
    locks = joinLocks(locks, (await locksOf(observer, pid, watched)).locks);
    await sleep(1);
  }
  await running;
  await settleStatistics(client);
  const after = await lookFromOutside(observer, watched);
  return { locks, held: {}, ...changesBetween(before, after, watched) };
}

async function pidOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_catalog.pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

/** What a session holds and what it waits for. */
async function locksOf(
  observer: Client,
  pid: number,
  watched: Watched,
): Promise<{ readonly locks: Locks; readonly waits: boolean }> {
  const { rows } = await observer.query<{ relation: string | null; modes: string[]; granted: boolean }>(
    `SELECT relation::pg_catalog.text, pg_catalog.array_agg(mode) AS modes, pg_catalog.bool_and(granted) AS granted
    FROM pg_catalog.pg_locks WHERE pid = $1 AND (locktype = 'relation' OR NOT granted) GROUP BY relation`,
    [pid],
  );
  const locks: Record<string, LockMode> = {};
  for (const { relation, modes } of rows) {
    const { name, kind } = watched.get(relation ?? '') ?? {};
    const strongest = strongestOf(modes.filter(isLockMode));
    if (name !== undefined && kind === 'table' && strongest !== null) locks[name] = strongest;
  }
  return { locks, waits: rows.some(({ granted }) => !granted) };
}

/** Sessions hand in what they counted now and then; from 15 on, when they are asked. */
async function settleStatistics(client: Client): Promise<void> {
  const { rows } = await client.query<{ asks: boolean }>(
    "SELECT pg_catalog.to_regproc('pg_catalog.pg_stat_force_next_flush') IS NOT NULL AS asks",
  );
  if (rows[0]?.asks) await client.query('SELECT pg_catalog.pg_stat_force_next_flush()');
  else await sleep(1_100);
}
