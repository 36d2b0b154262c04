import type { Location } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import type { PlannedCost } from '../../planner/explain/compare-plans.ts';
import type { QueryToExplain } from '../../planner/explain/explain-query.ts';
import { planShape } from '../../planner/explain/plan-shape.ts';
import type { PlannerShadow } from '../../planner/planner-shadow.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { readJsonPlan } from '../../planner/tree/read-json-plan.ts';

/** A query of the workload, and how often production runs it. */
export interface WorkloadQuery {
  readonly sql: string;
  readonly location: Location | null;
  readonly calls: number;
}

/** The queries of the code, with the calls that production counted, and those that only production knows. */
export function workloadOf(found: readonly QueryToExplain[], profile: Profile | null): readonly WorkloadQuery[] {
  const counted = new Map((profile?.queries ?? []).map((query) => [fingerprint(query.sql), query]));
  const own = found.map(({ sql, location }) => ({ sql, location, calls: counted.get(fingerprint(sql))?.calls ?? 1 }));
  const known = new Set(found.map(({ sql }) => fingerprint(sql)));
  const others = [...counted]
    .filter(([print]) => !known.has(print))
    .map(([, { sql, calls }]) => ({ sql, location: null, calls }));
  return [...own, ...others];
}

/** Equal for queries that differ in their constants and in how they are written down. */
function fingerprint(sql: string): string {
  return sql
    .replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'|\$\d+|\b\d+(?:\.\d+)?\b/g, '?')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([(),;=<>])\s*/g, '$1')
    .trim()
    .replace(/;$/, '')
    .toLowerCase();
}

/** What a query costs; null where it can't be planned. */
export async function plannedCost(sql: string, shadow: PlannerShadow): Promise<PlannedCost | null> {
  try {
    const tree = readJsonPlan(await shadow.planOf(sql));
    return tree?.root.cost == null ? null : { cost: tree.root.cost.total, shape: planShape(tree) };
  } catch (error) {
    if (error instanceof Problem && error.code !== 'INTERRUPTED') return null;
    throw error;
  }
}
