import type { Goal } from './goal.ts';
import type { KnownPlans } from './known-plans.ts';
import type { Selection } from './selection.ts';

/** How good it is to gain that much for so many bytes. */
export type Score = (gain: number, bytes: number) => number;

/** The sets of candidates that known plans use: what is worth adding together. */
export function movesOf(plans: KnownPlans): readonly (readonly number[])[] {
  const moves = new Map<string, readonly number[]>();
  for (let query = 0; query < plans.queries; query++) {
    for (const { used } of plans.optionsOf(query)) {
      if (used.length > 0) moves.set([...used].sort((one, other) => one - other).join(), used);
      for (const each of used) moves.set(String(each), [each]);
    }
  }
  return [...moves.values()];
}

/** Adds what scores best, until nothing gains or fits. */
export function grow(
  selection: Selection,
  moves: readonly (readonly number[])[],
  { bytes }: Goal,
  score: Score,
): Selection {
  const gains = new Map<readonly number[], { readonly add: readonly number[]; readonly gain: number }>();
  const touching = new Map<number, Set<readonly number[]>>();
  for (const move of moves) {
    for (const query of selection.touchedBy(move)) {
      const known = touching.get(query);
      if (known === undefined) touching.set(query, new Set([move]));
      else known.add(move);
    }
  }
  for (;;) {
    let best: readonly number[] | null = null;
    let most = 0;
    for (const move of moves) {
      let known = gains.get(move);
      if (known === undefined) {
        const add = move.filter((each) => !selection.chosen.has(each));
        known = { add, gain: add.length === 0 ? 0 : selection.gainOf(add) };
        gains.set(move, known);
      }
      const { add, gain } = known;
      if (gain <= 0) continue;
      const value = score(
        gain,
        Math.max(
          1,
          add.reduce((sum, each) => sum + (bytes[each] ?? 0), 0),
        ),
      );
      if (value <= most || !selection.fits(add)) continue;
      most = value;
      best = add;
    }
    if (best === null) return selection;
    const added = new Set(best);
    for (const query of selection.change(best, [])) for (const move of touching.get(query) ?? []) gains.delete(move);
    for (const move of moves) if (move.some((each) => added.has(each))) gains.delete(move);
  }
}
