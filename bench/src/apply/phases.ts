import type { Column } from '../contender-table.ts';
import { count } from './migrations.ts';

/** Of a program only the whole can be told. */
const columns: readonly Column[] = [
  { sample: 'total', title: 'in all', unit: 'time', compared: true },
  { sample: 'work', title: 'without import', unit: 'time', compared: true },
];

/** In the order in which they are reported. */
export const phases = [
  { id: 'pending', title: `${count} migrations, on a new database`, columns },
  { id: 'applied', title: `Nothing to do: all ${count} are applied`, columns },
] as const;

export type PhaseId = (typeof phases)[number]['id'];
