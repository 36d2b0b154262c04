import { comparison, figure } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { aims } from './aims.ts';
import { contenderNames, isContenderId } from './contender-names.ts';
import { phases, rows } from './phases.ts';

/** The results as Markdown: a table for each content, a row for each thing that is measured. */
export function report(measured: readonly Measured[]): readonly string[] {
  const tables = phases.flatMap((phase) => {
    const found = measured.filter((one) => one.phase === phase.id);
    return found.length === 0 ? [] : [`#### ${phase.title}\n\n${table(found)}`];
  });
  return [...tables, `#### The aim\n\n${aims(measured).join('\n')}`];
}

function table(measured: readonly Measured[]): string {
  const ours = measured.find(({ contender }) => contender === 'plumb');
  const head = measured.flatMap((one) => {
    const name = isContenderId(one.contender) ? contenderNames[one.contender] : one.contender;
    return one === ours ? [name] : [name, 'ratio'];
  });
  const lines = rows.map(({ sample, title }) => [
    title,
    ...measured.flatMap((one) => {
      const value = one.error === null && !(sample in one.samples) ? '' : figure(sample, 'time', one);
      return one === ours ? [value] : [value, comparison(sample, one, ours)];
    }),
  ]);
  return markdownTable(['', ...head], lines);
}
