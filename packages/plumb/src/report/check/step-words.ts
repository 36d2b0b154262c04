import { withoutPasswords } from '../sql-failure-text.ts';

export interface ShownStep {
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly observed: boolean;
  readonly locks: Readonly<Record<string, string>>;
  /** What earlier statements of its transaction hold. */
  readonly held: Readonly<Record<string, string>>;
  readonly rewrites: readonly string[];
  readonly rebuilds: readonly string[];
  readonly scans: readonly string[];
  readonly blocks: readonly string[];
  readonly seconds: { readonly low: number; readonly high: number } | null;
}

/** What a statement does, in the words of a table's cells. */
export interface StepWords {
  readonly statement: string;
  readonly lock: string;
  readonly work: string;
  readonly blocks: string;
  readonly time: string;
}

export function wordsOf(step: ShownStep): StepWords {
  return {
    statement: withoutPasswords(step.sql).replaceAll(/\s+/g, ' '),
    lock: step.observed ? strongest(step.locks) : 'not run',
    work: short(workOf(step)),
    blocks: short(blockedBy(step)),
    time: step.seconds === null ? '' : `${step.seconds.low}–${step.seconds.high} s`,
  };
}

/** Where it stands, with the file's name unless all are in one. */
export function placeOfStep({ file, line }: ShownStep, isOneFile: boolean): string {
  return isOneFile ? `${line}` : `${file.split('/').at(-1)}:${line}`;
}

export function areInOneFile(steps: readonly ShownStep[]): boolean {
  return new Set(steps.map(({ file }) => file)).size === 1;
}

/** In a table of many names, one schema goes without saying. */
function short(text: string): string {
  return text.replaceAll(/\bpublic\./g, '');
}

/** `reads and writes of public.orders, writes to public.people` */
function blockedBy({ blocks, locks, held }: ShownStep): string {
  const all = blocks.filter((name) => [locks[name], held[name]].includes('AccessExclusiveLock'));
  const writes = blocks.filter((name) => !all.includes(name));
  const words = [
    all.length === 0 ? '' : `reads and writes of ${all.join(', ')}`,
    writes.length === 0 ? '' : `writes to ${writes.join(', ')}`,
  ];
  return words.filter((word) => word !== '').join(', ');
}

const order = [
  'AccessShare',
  'RowShare',
  'RowExclusive',
  'ShareUpdateExclusive',
  'Share',
  'ShareRowExclusive',
  'Exclusive',
  'AccessExclusive',
];

function strongest(locks: ShownStep['locks']): string {
  const modes = Object.values(locks).map((mode) => mode.replace(/Lock$/, ''));
  return order.findLast((mode) => modes.includes(mode)) ?? '';
}

function workOf({ rewrites, rebuilds, scans }: ShownStep): string {
  const some = [
    ...rewrites.map((table) => `rewrites ${table}`),
    // a table that is rewritten has its indexes built anew
    ...(rewrites.length > 0 ? [] : rebuilds.map((index) => `rebuilds ${index}`)),
    ...scans.filter((table) => !rewrites.includes(table)).map((table) => `scans ${table}`),
  ];
  return some.join(', ');
}
