import { loadModule } from 'libpg-query';
import type { QueryPlan } from '../../planner/explain/explain-query.ts';
import type { Explained } from '../../planner/explain/explained.ts';
import { findInPlan } from '../../planner/findings/find-in-plan.ts';
import { planFindings } from '../../planner/findings/plan-findings.generated.ts';
import { readPlan } from '../../planner/tree/read-plan.ts';

/** Looks at a plan that was saved or pasted, from wherever it is; nothing is connected to. */
export async function explainPlan(text: string, shown: string): Promise<Explained> {
  await loadModule();
  const plan = readPlan(text, shown);
  const { 'Query Text': logged } = plan.json;
  const sql = typeof logged === 'string' ? logged : null;
  const view = { plan, query: null, sql: null, catalog: null, sizes: null, settings: plan.settings, generic: null };
  const told: QueryPlan = {
    sql: sql ?? '',
    location: null,
    plan: plan.json,
    text: text.trim(),
    cost: plan.root.cost?.total ?? null,
    findings: await findInPlan(planFindings, view, { replan: null, location: null }),
    variants: [],
    error: null,
  };
  return { plans: [told], of: { from: 'file', file: shown }, notes: [] };
}
