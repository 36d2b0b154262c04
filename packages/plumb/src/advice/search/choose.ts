import type { Goal } from './goal.ts';
import { grow, movesOf, type Score } from './grow.ts';
import type { KnownPlans } from './known-plans.ts';
import { dropIdle, swap } from './polish.ts';
import { Selection } from './selection.ts';

/**
 * Which of them is right depends on the workload: by the byte a large index never wins, however much it saves, and the
 * largest saving may take the room of many small ones.
 */
const scores: readonly Score[] = [
  (gain, bytes) => gain / bytes,
  (gain) => gain,
  (gain, bytes) => gain / Math.sqrt(bytes),
];

/** How often a part of the best choice is taken out and grown anew, and for how many milliseconds at most. */
const attempts = 60;
const patience = 1000;

/** The best choice by what is known of plans, without asking for any. */
export function choose(plans: KnownPlans, goal: Goal, until: () => boolean, begin: Iterable<number> = []): Selection {
  const moves = movesOf(plans);
  const finished = (start: Selection, score: Score): Selection => {
    let selection = grow(start, moves, goal, score);
    for (let round = 0; round < 5; round++) {
      const changed = [dropIdle(selection), swap(selection, moves)].includes(true);
      if (!changed) break;
      selection = grow(selection, moves, goal, score);
    }
    dropIdle(selection);
    return selection;
  };
  const found = scores.map((score) => finished(new Selection(plans, goal), score));
  found.push(finished(new Selection(plans, goal, begin), scores[0] ?? ((gain) => gain)));
  let best = cheapest(found);
  const random = sequence();
  const end = performance.now() + patience;
  for (let attempt = 0; attempt < attempts && !until() && performance.now() < end; attempt++) {
    const start = best.copy();
    start.change(
      [],
      [...start.chosen].filter(() => random() < 0.35),
    );
    const exponent = random();
    best = cheapest([best, finished(start, (gain, bytes) => (gain / bytes ** exponent) * (0.7 + 0.6 * random()))]);
  }
  return best;
}

function cheapest(found: readonly Selection[]): Selection {
  return found.reduce((best, each) => (each.cost < best.cost * (1 - 1e-9) ? each : best));
}

/** The same numbers each time, so that the same question has the same answer. */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
