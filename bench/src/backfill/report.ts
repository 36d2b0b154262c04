import { contenderTable } from '../contender-table.ts';
import type { Measured } from '../results.ts';
import { aims } from './aims.ts';
import { contenderNames, isContenderId } from './contender-names.ts';
import { columns, phases } from './phases.ts';

/** The results as Markdown. */
export function report(measured: readonly Measured[]): readonly string[] {
  const nameOf = (id: string): string => (isContenderId(id) ? contenderNames[id] : id);
  const tables = phases.flatMap(({ id, title }) => {
    const found = measured.filter(({ phase }) => phase === id);
    return found.length === 0 ? [] : [`#### ${title}\n\n${contenderTable(columns, nameOf, found)}`];
  });
  return [...tables, `#### The aim\n\n${aims(measured).join('\n')}`];
}
