import type { Cell } from '../cell.ts';
import type { Look } from '../look.ts';
import { renderTable } from '../table.ts';
import { truncate } from '../text-width.ts';
import { migrationCoverage, type ShownMigrations } from './coverage.ts';
import { areInOneFile, placeOfStep, type ShownStep, type StepWords, wordsOf } from './step-words.ts';

export interface ShownCheck extends ShownMigrations {
  readonly steps: readonly ShownStep[];
}

/** A function's body would be a line of a thousand letters where no terminal sets a width. */
const widestStatement = 100;

/** A table of the statements, with what each keeps out. */
export function renderCheck(check: ShownCheck, look: Look): string {
  const { steps } = check;
  const coverage = look.muted(migrationCoverage(check));
  // what is only predicted is told by findings; a table of it would look as if it had been seen
  if (steps.length === 0 || check.postgres === null) return coverage;
  const isOneFile = areInOneFile(steps);
  const rows = runsOf(steps).flatMap((run) => {
    const shown = run.length > mostAlike ? run.slice(0, 1) : run;
    const left = run.slice(shown.length);
    return [
      ...shown.map(({ step, words }) => rowOf(placeOfStep(step, isOneFile), words, look)),
      ...(left.length === 0
        ? []
        : [['', { text: `and ${left.length} more like it`, paint: look.muted }, '', '', '', '']]),
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

interface WordedStep {
  readonly step: ShownStep;
  readonly words: StepWords;
}

/** A file of a hundred rows to insert, or of what fails at its beginning, is told in a few lines. */
const mostAlike = 4;

/** Neighbours of which the same is to be said, where it is nothing to worry about. */
function runsOf(steps: readonly ShownStep[]): readonly (readonly WordedStep[])[] {
  const runs: WordedStep[][] = [];
  for (const step of steps) {
    const words = wordsOf(step);
    const run = runs.at(-1);
    const before = run?.[0]?.words;
    const isAlike = (['lock', 'work', 'blocks', 'time'] as const).every((cell) => before?.[cell] === words[cell]);
    if (run !== undefined && isAlike && words.blocks === '') run.push({ step, words });
    else runs.push([{ step, words }]);
  }
  return runs;
}

function rowOf(place: string, { statement, lock, work, blocks, time }: StepWords, look: Look): readonly Cell[] {
  return [
    { text: place },
    { text: truncate(statement, widestStatement, look) },
    { text: lock },
    { text: work },
    { text: blocks, ...(blocks === '' ? {} : { paint: look.caution }) },
    { text: time },
  ];
}
