import type { Statement } from '../catalog/statement.ts';
import type { Step } from './plan.ts';

/** How long a statement waits for a lock before it steps back: whoever comes after it waits behind it for so long. */
const lockTimeout = 3_000;

/** Groups statements into transactions. */
export function stepsOf(statements: readonly Statement[]): readonly Step[] {
  let transaction = 0;
  let before: Statement['run'] | null = null;
  return statements.map((each) => {
    if (each.run !== 'outside' && !(each.run === 'together' && before === 'together')) transaction += 1;
    before = each.run;
    return {
      sql: each.sql,
      transaction: each.run === 'outside' ? null : transaction,
      lockTimeout: each.run === 'outside' ? null : lockTimeout,
      hazards: each.hazards,
      backfill: each.backfill ?? null,
      comment: each.comment ?? null,
      ...(each.instead === undefined
        ? {}
        : { instead: stepsOf(each.instead).map((step) => ({ ...step, transaction })) }),
    };
  });
}

/** Steps that have been proven as they are. */
export function withoutInstead(steps: readonly Step[]): readonly Step[] {
  return steps.map(({ instead: _, ...step }) => step);
}

/** Numbers the transactions of steps anew after their order has changed; `alone` gets one of its own. */
export function regrouped(steps: readonly Step[], alone: Step | null): readonly Step[] {
  let transaction = 0;
  let before: Step | null = null;
  return steps.map((step) => {
    const joins =
      before !== null &&
      before.transaction !== null &&
      before.transaction === step.transaction &&
      step !== alone &&
      before !== alone;
    if (step.transaction !== null && !joins) transaction += 1;
    before = step;
    return step.transaction === null ? step : { ...step, transaction };
  });
}
