import type { Sizes } from '../catalog/description/description.ts';
import type { Observation } from '../rehearsal/watch/observation.ts';

/** Between which figures a time lies. */
export interface Seconds {
  readonly low: number;
  readonly high: number;
}

/** Bytes that a server gets through in a second, at least and at most: a cold network disk, and memory. */
const speeds = {
  scan: { slow: 50e6, fast: 1_000e6 },
  rewrite: { slow: 15e6, fast: 150e6 },
  rebuild: { slow: 10e6, fast: 100e6 },
};

/**
 * How long a statement works on tables of these sizes. Null where it reads or writes no table as a whole, or where the size
 * of one that it does isn't known.
 */
export function estimate({ scans, rewrites, rebuilds }: Observation, sizes: Sizes | null): Seconds | null {
  const work = [
    ...scans.filter((table) => !rewrites.includes(table)).map((table) => ({ relation: table, speed: speeds.scan })),
    ...rewrites.map((table) => ({ relation: table, speed: speeds.rewrite })),
    ...rebuilds.map((index) => ({ relation: index, speed: speeds.rebuild })),
  ];
  if (sizes === null || work.length === 0) return null;
  let [low, high] = [0, 0];
  for (const { relation, speed } of work) {
    const bytes = sizes.get(relation)?.bytes;
    if (bytes === undefined) return null;
    low += bytes / speed.fast;
    high += bytes / speed.slow;
  }
  return { low: rounded(low), high: rounded(high) };
}

function rounded(seconds: number): number {
  return Number(seconds.toPrecision(2));
}
