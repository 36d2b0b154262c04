import type { BackfillProgress } from '../contract/events.ts';
import type { BackfillState } from './backfill.ts';

/** How far back the speed is measured. */
const span = 10_000;

interface Sample {
  readonly at: number;
  readonly rows: number;
  readonly walked: number;
}

/** Measures how fast a backfill goes, and guesses when it is done. */
export class Speed {
  #samples: readonly Sample[];

  constructor({ rows, walked }: BackfillState, at: number) {
    this.#samples = [{ at, rows, walked }];
  }

  progress(table: string, { rows, walked, total, done }: BackfillState, at: number): BackfillProgress {
    const kept = this.#samples.filter((sample) => sample.at >= at - span);
    const oldest = kept[0] ?? this.#samples.at(-1) ?? { at, rows, walked };
    this.#samples = [...kept, { at, rows, walked }];
    const seconds = (at - oldest.at) / 1000;
    const perSecond = (before: number, now: number): number => (seconds > 0 ? (now - before) / seconds : 0);
    const walking = perSecond(oldest.walked, walked);
    const left = Math.max(total - walked, 0);
    return {
      table,
      rows,
      // The server's guess can be too low: nothing is done before it is.
      share: done ? 1 : total === 0 ? null : Math.min(walked / total, 0.99),
      rowsPerSecond: perSecond(oldest.rows, rows),
      secondsLeft: done ? 0 : walking > 0 && total > 0 ? left / walking : null,
    };
  }
}
