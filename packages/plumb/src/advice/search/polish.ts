import { worthwhile } from './goal.ts';
import type { Selection } from './selection.ts';

/** Takes out what isn't worth having, the least worth first. */
export function dropIdle(selection: Selection): boolean {
  let dropped = false;
  for (;;) {
    let idle: number | null = null;
    let least = 0;
    for (const each of selection.chosen) {
      const loss = -selection.gainOf([], [each]);
      const margin = loss - worthwhile * selection.servedCost(each);
      if (margin > least || (idle !== null && margin === least)) continue;
      least = margin;
      idle = each;
    }
    if (idle === null) return dropped;
    selection.change([], [idle]);
    dropped = true;
  }
}

/** Puts others in the place of one, as long as that gains. */
export function swap(selection: Selection, moves: readonly (readonly number[])[]): boolean {
  let swapped = false;
  for (const out of [...selection.chosen]) {
    if (!selection.chosen.has(out)) continue;
    let best: readonly number[] | null = null;
    let most = 1e-6 * Math.abs(selection.cost);
    const queries = new Set(selection.touchedBy([out]));
    for (const move of moves) {
      if (move.includes(out) || !isNear(move, queries, selection)) continue;
      const add = move.filter((each) => !selection.chosen.has(each));
      if (add.length === 0 || !selection.fits(add, [out])) continue;
      const gain = selection.gainOf(add, [out]);
      if (gain <= most) continue;
      most = gain;
      best = add;
    }
    if (best === null) continue;
    selection.change(best, [out]);
    swapped = true;
  }
  return swapped;
}

/** Whether it serves the same queries, or wants the same room. */
function isNear(move: readonly number[], queries: ReadonlySet<number>, selection: Selection): boolean {
  for (const query of selection.touchedBy(move)) if (queries.has(query)) return true;
  return !selection.fits(move);
}
