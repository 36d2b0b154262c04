import type { Column } from '../contender-table.ts';

export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

const columns: readonly Column[] = [
  { sample: 'total', title: 'in all', unit: 'time', compared: true },
  { sample: 'median', title: 'application, p50', unit: 'time', compared: false },
  { sample: 'slow', title: 'application, p99', unit: 'time', compared: true },
  { sample: 'longest', title: 'longest', unit: 'time', compared: false },
  { sample: 'size', title: 'table afterwards', unit: 'memory', compared: true },
];

/** In the order in which they are reported. */
export const phases: readonly Phase[] = [100_000, 1_000_000].map((rows) => ({
  id: `${rows}-rows`,
  title: `${rows.toLocaleString('en')} rows`,
  rows,
  columns,
}));
