import { sectionsOf } from '@pgplumb/migrate/files';
import type { StepView } from './rule.ts';

/** Whether a statement is run in batches, each in a transaction of its own. */
export function isInBatches({ statement: { source, start } }: StepView): boolean {
  return sectionsOf(source).up.some((each) => each.mode === 'backfill' && each.start <= start && start < each.end);
}
