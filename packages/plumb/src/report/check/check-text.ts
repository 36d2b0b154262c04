import type { Cell } from '../cell.ts';
import type { Look } from '../look.ts';
import { renderTable } from '../table.ts';
import { truncate } from '../text-width.ts';
import { migrationCoverage, type ShownMigrations } from './coverage.ts';
import { areInOneFile, placeOfStep, type ShownStep, wordsOf } from './step-words.ts';

export interface ShownCheck extends ShownMigrations {
  readonly steps: readonly ShownStep[];
}

/** A function's body would be a line of a thousand letters where no terminal sets a width. */
const widestStatement = 100;

/** A table of the statements, with what each keeps out. */
export function renderCheck(check: ShownCheck, look: Look): string {
  const { steps } = check;
  const coverage = look.muted(migrationCoverage(check));
  if (steps.length === 0) return coverage;
  const isOneFile = areInOneFile(steps);
  const rows = steps.map((step): readonly Cell[] => {
    const { statement, lock, work, blocks, time } = wordsOf(step);
    return [
      { text: placeOfStep(step, isOneFile) },
      { text: truncate(statement, widestStatement, look) },
      { text: lock },
      { text: work },
      { text: blocks, ...(blocks === '' ? {} : { paint: look.caution }) },
      { text: time },
    ];
  });
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
