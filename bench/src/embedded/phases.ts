import type { Column } from '../contender-table.ts';
import type { Content } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import type { Measurement } from './order.ts';

export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly task: Measurement;
  readonly warm: boolean;
  readonly content: Content;
  readonly contenders: readonly ContenderId[];
  readonly columns: readonly Column[];
}

const clones = ['clone', 'clone-file-copy', 'tuned-clone', 'tuned-clone-file-copy'] as const;
const ready = ['plumb', ...clones, 'wrapper', 'pglite-dump'] as const;
const opened = [...ready, 'pglite-clone'] as const;

const start: readonly Column[] = [
  { sample: 'total', title: 'with import', unit: 'time', compared: true },
  { sample: 'library', title: 'without import', unit: 'time', compared: true },
];
const repeat: readonly Column[] = [
  { sample: 'create', title: 'create, connect, query', unit: 'time', compared: true },
  { sample: 'drop', title: 'close and drop', unit: 'time', compared: false },
];
const crowd: readonly Column[] = [{ sample: 'all', title: 'all 20', unit: 'time', compared: true }];
const memory: readonly Column[] = [
  { sample: 'one', title: '1 database', unit: 'memory', compared: true },
  { sample: 'twenty', title: '20 databases', unit: 'memory', compared: true },
];

/** In the order in which they are reported. */
export const phases: readonly Phase[] = [
  {
    id: 'cold',
    title: 'Cold start to the first query of a new database',
    task: 'start',
    warm: false,
    content: 'empty',
    contenders: ['plumb', 'plumb-first', 'wrapper', 'pglite'],
    columns: start,
  },
  {
    id: 'warm-empty',
    title: 'Warm start to the first query of a new database',
    task: 'start',
    warm: true,
    content: 'empty',
    contenders: ready,
    columns: start,
  },
  {
    id: 'warm-schema',
    title: 'Warm start to the first query of a new database (200 tables, 600 indexes)',
    task: 'start',
    warm: true,
    content: 'schema',
    contenders: ready,
    columns: start,
  },
  {
    id: 'repeat-empty',
    title: 'Each further database in the same process',
    task: 'repeat',
    warm: true,
    content: 'empty',
    contenders: [...opened, 'pglite'],
    columns: repeat,
  },
  {
    id: 'repeat-schema',
    title: 'Each further database in the same process (200 tables, 600 indexes)',
    task: 'repeat',
    warm: true,
    content: 'schema',
    contenders: opened,
    columns: repeat,
  },
  {
    id: 'crowd-empty',
    title: '20 databases at once',
    task: 'crowd',
    warm: true,
    content: 'empty',
    contenders: opened,
    columns: crowd,
  },
  {
    id: 'crowd-schema',
    title: '20 databases at once (200 tables, 600 indexes)',
    task: 'crowd',
    warm: true,
    content: 'schema',
    contenders: opened,
    columns: crowd,
  },
  {
    id: 'memory',
    title: 'Memory of all processes (200 tables, 600 indexes)',
    task: 'memory',
    warm: true,
    content: 'schema',
    contenders: ['plumb', 'wrapper', 'pglite-dump', 'pglite-clone'],
    columns: memory,
  },
];
