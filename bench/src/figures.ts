import type { Measured } from './results.ts';
import { median, quantile } from './statistics.ts';

export type Unit = 'time' | 'memory';

/** The median, and between which values the middle half lies. */
export function figure(sample: string, unit: Unit, { samples, error }: Measured): string {
  const values = samples[sample];
  if (error !== null || values === undefined) return 'failed';
  const [middle, low, high] = [median(values), quantile(values, 0.25), quantile(values, 0.75)];
  return unit === 'memory'
    ? `${megabytes(middle)} MB (${megabytes(low)}–${megabytes(high)})`
    : `${milliseconds(middle)} ms (${milliseconds(low)}–${milliseconds(high)})`;
}

/** How many times as long, or as much, as ours; empty where that can't be said. */
export function comparison(sample: string, one: Measured, ours: Measured | undefined): string {
  const times = one === ours ? null : ratio(sample, one, sample, ours);
  return times === null ? '' : `${times.toFixed(times < 10 ? 2 : 0)} ×`;
}

/** A sample of one by a sample of another; null where one of them wasn't measured. */
export function ratio(
  sample: string,
  one: Measured | undefined,
  otherSample: string,
  other: Measured | undefined,
): number | null {
  const [above, below] = [one?.samples[sample], other?.samples[otherSample]];
  if (above === undefined || below === undefined || one?.error || other?.error) return null;
  return median(above) / median(below);
}

function milliseconds(time: number): string {
  return time < 100 ? time.toFixed(1) : thousands(time);
}

function megabytes(bytes: number): string {
  return thousands(bytes / 2 ** 20);
}

function thousands(number: number): string {
  return number.toFixed(0).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
