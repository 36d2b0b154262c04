import type { Explained } from '../planner/explain/explained.ts';
import { drawnPlan } from '../report/plan/drawn-plan.ts';
import { renderPlansHtml } from '../report/plan/plan-html.ts';
import { renderPlansMermaid } from '../report/plan/plan-mermaid.ts';
import { renderPlansSvg } from '../report/plan/plan-svg.ts';
import { renderPlans } from '../report/plan/plan-text.ts';
import type { CommandResult } from './command.ts';

type Format = 'text' | 'json' | 'html' | 'svg' | 'mermaid';

/** The answer is no where a query can't be planned; the others are told all the same. */
export function explainAnswer(explained: Explained, format: Format): CommandResult {
  const { plans, of, notes } = explained;
  const drawn = format === 'html' || format === 'svg' || format === 'mermaid';
  return {
    data: { plans, of },
    findings: [...plans.flatMap(({ findings }) => findings), ...notes],
    ok: plans.every(({ error }) => error === null),
    ...(drawn ? { piped: true } : {}),
    text: (look) => {
      if (format === 'html') return renderPlansHtml(explained);
      if (format === 'svg') return renderPlansSvg(plans.map(drawnPlan));
      return format === 'mermaid' ? renderPlansMermaid(plans.map(drawnPlan)) : renderPlans(explained, look);
    },
  };
}
