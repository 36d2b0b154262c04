import { setTimeout } from 'node:timers/promises';
import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import type { Pace } from './backfill.ts';

/** How often it looks at the replicas. */
const interval = 1_000;

/** One that never catches up, such as a subscriber that stands still, must not stop it for ever. */
const longestWait = 60_000;

/** Pauses after batches, for the sake of replicas and of all others. */
export class Pacer {
  readonly #session: Session;
  readonly #pace: Pace;
  readonly #signal: AbortSignal | null;
  #looked = Date.now();

  constructor(session: Session, pace: Pace, signal: AbortSignal | null) {
    this.#session = session;
    this.#pace = pace;
    this.#signal = signal;
  }

  async afterBatch(milliseconds: number): Promise<void> {
    const { pace, maxLag } = this.#pace;
    if (pace < 1) await this.#pause((milliseconds * (1 - pace)) / pace);
    if (maxLag === null || Date.now() - this.#looked < interval) return;
    const end = Date.now() + longestWait;
    while (!this.#signal?.aborted && Date.now() < end && (await replicationLag(this.#session)) > maxLag) {
      await this.#pause(interval);
    }
    this.#looked = Date.now();
  }

  async #pause(milliseconds: number): Promise<void> {
    // It is asked to stop: the caller sees that by the same signal.
    await setTimeout(milliseconds, null, this.#signal === null ? {} : { signal: this.#signal }).catch(() => {});
  }
}

/** By how many milliseconds the slowest replica lies behind, as far as this role may see it. */
async function replicationLag(session: Session): Promise<number> {
  const [row] = await session.run(
    'SELECT coalesce(1000 * extract(epoch FROM max(r.replay_lag)), 0)::text AS lag FROM pg_stat_replication r',
  );
  return Number(textOf(row, 'lag')) || 0;
}
