import type { Explained } from '../planner/explain/explained.ts';
import { renderPlans } from '../report/plan/plan-text.ts';
import type { CommandResult } from './command.ts';

/** The answer is no where a query can't be planned; the others are told all the same. */
export function explainAnswer(explained: Explained): CommandResult {
  const { plans, of, notes } = explained;
  return {
    data: { plans, of },
    findings: [...plans.flatMap(({ findings }) => findings), ...notes],
    ok: plans.every(({ error }) => error === null),
    text: (look) => renderPlans(explained, look),
  };
}
