import { comparison, figure } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { aims } from './aims.ts';
import { contenderName } from './contender-names.ts';
import { type Phase, phases } from './phases.ts';

/** The results as Markdown, which reads well in a terminal too. */
export function report(measured: readonly Measured[]): readonly string[] {
  const tables = phases.flatMap((phase) => {
    const found = measured.filter((one) => one.phase === phase.id);
    return found.length === 0 ? [] : [`#### ${phase.title}\n\n${table(phase, found)}`];
  });
  return [...tables, `#### The aim\n\n${aims(measured).join('\n')}`];
}

function table({ columns }: Phase, measured: readonly Measured[]): string {
  const ours = measured.find(({ contender }) => contender === 'plumb');
  const head = columns.flatMap(({ title, compared }) => (compared ? [title, 'ratio'] : [title]));
  const rows = measured.map((one) => [
    contenderName(one.contender),
    ...columns.flatMap(({ sample, unit, compared }) => {
      const value = figure(sample, unit, one);
      return compared ? [value, comparison(sample, one, ours)] : [value];
    }),
  ]);
  return markdownTable(['', ...head], rows);
}
