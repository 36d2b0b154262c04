import { comparison, figure, type Unit } from './figures.ts';
import { markdownTable } from './markdown-table.ts';
import type { Measured } from './results.ts';

/** What a table tells of each contender. */
export interface Column {
  /** The name of the samples that it shows. */
  readonly sample: string;
  readonly title: string;
  readonly unit: Unit;
  /** Whether it says beside each value how it compares to ours. */
  readonly compared: boolean;
}

/** A row for each contender, ours first. */
export function contenderTable(
  columns: readonly Column[],
  nameOf: (contender: string) => string,
  measured: readonly Measured[],
): string {
  const ours = measured.find(({ contender }) => contender === 'plumb');
  const head = columns.flatMap(({ title, compared }) => (compared ? [title, 'ratio'] : [title]));
  const rows = measured.map((one) => [
    nameOf(one.contender),
    ...columns.flatMap(({ sample, unit, compared }) => {
      // not everything can be told of everyone
      const value = one.error === null && !(sample in one.samples) ? '' : figure(sample, unit, one);
      return compared ? [value, comparison(sample, one, ours)] : [value];
    }),
  ]);
  return markdownTable(['', ...head], rows);
}
