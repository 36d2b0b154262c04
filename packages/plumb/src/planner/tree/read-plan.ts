import { Problem } from '../../contract/problem.ts';
import type { PlanTree } from './plan-tree.ts';
import { readJsonPlan } from './read-json-plan.ts';

/** Reads a plan as EXPLAIN wrote it or a person pasted it. */
export function readPlan(text: string): PlanTree {
  const plan = readJsonPlan(JSON.parse(text));
  if (plan === null) throw new Problem('USAGE', 'This is no plan.');
  return plan;
}
