import type { Severity } from '../contract/finding.ts';
import { blockedBy } from '../rehearsal/watch/observation.ts';
import type { MigrationReport, MigrationView, StepView } from './rule.ts';

/** Below this many rows, whatever a statement does to a table is over at once. */
const fewRows = 1_000;

/** How bad it is that a statement works on tables while others wait: known tables that are small are no news. */
export function severityAtSize(tables: readonly string[], { sizes }: MigrationView, usual: Severity): Severity {
  const counts = tables.map((table) => sizes?.get(table)?.rows ?? null);
  const allSmall = counts.length > 0 && counts.every((count) => count !== null && count < fewRows);
  return allSmall ? 'info' : usual;
}

/** A statement that keeps others out while it works, told with what was seen. */
export function blocking(
  step: StepView,
  view: MigrationView,
  message: string,
  rest: Omit<MigrationReport, 'step' | 'message' | 'severity'> = {},
): MigrationReport {
  const { observation, blocks, seconds } = step;
  const time = seconds === null ? '' : ` That takes about ${seconds.low} to ${seconds.high} s at the sizes given.`;
  return {
    step,
    message: `${message}${time}`,
    objects: blocks,
    severity: severityAtSize(blocks, view, 'error'),
    ...rest,
    evidence: { ...observation, seconds, ...rest.evidence },
  };
}

/** Tables that a statement keeps others out of while it works, by locks that it takes itself. */
export function blocksItself({ observation }: StepView): readonly string[] {
  return observation === null ? [] : blockedBy({ ...observation, held: {} });
}

/** Names of tables, as in a sentence. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
