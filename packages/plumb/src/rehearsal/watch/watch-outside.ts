import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { isLockMode, joinLocks, type LockMode, type Locks, strongestOf } from './lock-mode.ts';
import { changesBetween, type Observation } from './observation.ts';
import { type Barrier, type Holders, placeObstacle, type Wait } from './obstacle.ts';
import { pidOf } from './pid-of.ts';
import { settleStatistics } from './settle-statistics.ts';
import { lookFromOutside, type Watched } from './snapshot.ts';

export interface Onlookers {
  /** Runs the statement. */
  readonly client: Client;
  /** Looks at the first. */
  readonly observer: Client;
  /** Stand in its way. */
  readonly obstacles: Holders;
}

/**
 * Watches a statement that can't be in a transaction: its locks come and go while it runs. Other sessions hold locks, for
 * whose end the statement has to wait where it can be looked at.
 */
export async function watchOutside(
  { client, observer, obstacles }: Onlookers,
  watched: Watched,
  { text, run }: { readonly text: string; readonly run: () => Promise<void> },
): Promise<Observation> {
  const pid = await pidOf(client);
  await settleStatistics(client, observer);
  const before = await lookFromOutside(observer, watched);
  const { barrier, letsGo } = expectationOf(text);
  const obstacle = await placeObstacle(obstacles, barrier);
  let finished = false;
  let locks: Locks = {};
  const running = run().finally(() => {
    finished = true;
  });
  running.catch(() => {});
  while (!finished) {
    const seen = await locksOf(observer, pid, watched);
    locks = joinLocks(locks, seen.locks);
    if (seen.waits === undefined || !(await obstacle.giveWay(seen.waits))) await sleep(1);
  }
  for (const each of obstacles) await each.query('ROLLBACK');
  await running;
  await settleStatistics(client, observer);
  const after = await lookFromOutside(observer, watched);
  const passing = letsGo ? Object.keys(locks) : [];
  return { locks, held: {}, passing, ...changesBetween(before, after, watched) };
}

/**
 * Two sessions that hold SHARE would let REINDEX pass. CONCURRENTLY looks for the partitions of a table under SHARE, too, and
 * lets go of them before it works; of all else it takes what waits for SHARE.
 */
function expectationOf(text: string): { readonly barrier: Barrier; readonly letsGo: boolean } {
  const [reindex, kind = ''] = /^reindex\b\s*(?:\([^)]*\)\s*)?(\w*)/i.exec(text) ?? [];
  const letsGo = reindex !== undefined && /\bconcurrently\b/i.test(text);
  const takesShare = reindex !== undefined && (!letsGo || kind.toLowerCase() === 'table');
  return { barrier: takesShare ? 'ROW EXCLUSIVE' : 'SHARE', letsGo };
}

/** What a session holds and what it waits for; undefined where it is at work. */
async function locksOf(
  observer: Client,
  pid: number,
  watched: Watched,
): Promise<{ readonly locks: Locks; readonly waits: Wait | undefined }> {
  const { rows } = await observer.query<{ relation: string | null; mode: string; others: readonly number[] | null }>(
    `SELECT relation::pg_catalog.text, mode, CASE WHEN NOT granted THEN pg_catalog.pg_blocking_pids(pid) END AS others
    FROM pg_catalog.pg_locks WHERE pid = $1 AND (locktype = 'relation' OR NOT granted)`,
    [pid],
  );
  const locks: Record<string, LockMode> = {};
  let waits: Wait | undefined;
  for (const { relation, mode, others } of rows) {
    if (!isLockMode(mode)) continue;
    if (others !== null) waits = { relation, mode, others };
    const { name, kind } = watched.get(relation ?? '') ?? {};
    if (name !== undefined && kind === 'table') locks[name] = strongestOf([mode, locks[name] ?? mode]) ?? mode;
  }
  return { locks, waits };
}
