import type { Column } from '../contender-table.ts';
import { count } from './migrations.ts';

/** In the order in which they are reported. */
export const phases = [
  { id: 'pending', title: `${count} migrations, on a new database` },
  { id: 'applied', title: `Nothing to do: all ${count} are applied` },
] as const;

export type PhaseId = (typeof phases)[number]['id'];

/** Of a program only the whole can be told. */
export const columns: readonly Column[] = [
  { sample: 'total', title: 'in all', unit: 'time', compared: true },
  { sample: 'work', title: 'without import', unit: 'time', compared: true },
];
