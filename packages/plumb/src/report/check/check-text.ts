import type { Cell } from '../cell.ts';
import type { Look } from '../look.ts';
import { withoutPasswords } from '../sql-failure-text.ts';
import { renderTable } from '../table.ts';
import { counted } from '../units.ts';

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

export interface ShownCheck {
  readonly checked: { readonly migrations: readonly string[]; readonly because: string; readonly base: string };
  readonly postgres: string;
  readonly steps: readonly ShownStep[];
}

/** A table of the statements, with what each keeps out. */
export function renderCheck({ checked, postgres, steps }: ShownCheck, look: Look): string {
  const { migrations, because, base } = checked;
  const named = migrations.length === 1 ? migrations[0] : counted(migrations.length, 'migration');
  const coverage = look.muted(
    `${named} (${because}) on top of ${base}: ${counted(steps.length, 'statement')} on PostgreSQL ${postgres}`,
  );
  if (steps.length === 0) return coverage;
  const isOneFile = new Set(steps.map(({ file }) => file)).size === 1;
  const rows = steps.map((step): readonly Cell[] => [
    { text: isOneFile ? `${step.line}` : `${step.file.split('/').at(-1)}:${step.line}` },
    { text: withoutPasswords(step.sql).replaceAll(/\s+/g, ' ') },
    { text: step.observed ? strongest(step.locks) : 'not run' },
    { text: short(workOf(step)) },
    { text: short(blockedBy(step)), ...(step.blocks.length === 0 ? {} : { paint: look.caution }) },
    { text: step.seconds === null ? '' : `${step.seconds.low}–${step.seconds.high} s` },
  ]);
  const columns = [
    isOneFile ? { title: 'line', align: 'right' as const } : { title: 'where' },
    { title: 'statement' },
    { title: 'strongest lock' },
    { title: 'works on' },
    { title: 'blocks' },
    { title: 'time', align: 'right' as const },
  ];
  return `${renderTable({ columns, rows }, look)}\n\n${coverage}`;
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
