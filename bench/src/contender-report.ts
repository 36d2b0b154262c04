import { type Column, contenderTable } from './contender-table.ts';
import type { Measured } from './results.ts';

export interface ReportedPhase {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
}

/** The results as Markdown, which reads well in a terminal too: a table for each phase, and what was aimed at. */
export function contenderReport(
  phases: readonly ReportedPhase[],
  names: Readonly<Record<string, string>>,
  measured: readonly Measured[],
  aims: readonly string[],
): readonly string[] {
  const tables = phases.flatMap(({ id, title, columns }) => {
    const found = measured.filter(({ phase }) => phase === id);
    const table = contenderTable(columns, (contender) => names[contender] ?? contender, found);
    return found.length === 0 ? [] : [`#### ${title}\n\n${table}`];
  });
  return [...tables, `#### The aim\n\n${aims.join('\n')}`];
}
