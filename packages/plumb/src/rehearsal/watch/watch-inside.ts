import type { Client } from 'pg';
import { locksBeyond } from './lock-mode.ts';
import { changesBetween, type Observation } from './observation.ts';
import { lookInside, type Watched } from './snapshot.ts';

/**
 * Watches a statement that runs in a transaction, which has to be open. What the transaction held before can't be told from
 * what the statement takes again: see `watchAlone`.
 */
export async function watchInside(client: Client, watched: Watched, run: () => Promise<void>): Promise<Observation> {
  const before = await lookInside(client, watched);
  await run();
  const after = await lookInside(client, watched);
  return {
    locks: locksBeyond(after.locks, before.locks),
    held: before.locks,
    ...changesBetween(before, after, watched),
  };
}

/** Watches a statement in a transaction of its own, which is committed. */
export async function watchAlone(client: Client, watched: Watched, run: () => Promise<void>): Promise<Observation> {
  await client.query('BEGIN');
  try {
    const observation = await watchInside(client, watched, run);
    await client.query('COMMIT');
    return observation;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
