import { contenderTable } from '../contender-table.ts';
import type { Measured } from '../results.ts';
import { aims } from './aims.ts';
import { contenderName } from './contender-names.ts';
import { phases } from './phases.ts';

/** The results as Markdown, which reads well in a terminal too. */
export function report(measured: readonly Measured[]): readonly string[] {
  const tables = phases.flatMap((phase) => {
    const found = measured.filter((one) => one.phase === phase.id);
    return found.length === 0 ? [] : [`#### ${phase.title}\n\n${contenderTable(phase.columns, contenderName, found)}`];
  });
  return [...tables, `#### The aim\n\n${aims(measured).join('\n')}`];
}
