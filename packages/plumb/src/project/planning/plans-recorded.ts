import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import {
  type ComparedQuery,
  comparedFindings,
  type PlannedCost,
  type WorkloadCost,
  workloadCost,
} from '../../planner/explain/compare-plans.ts';
import type { QueryPlan } from '../../planner/explain/explain-query.ts';
import { planShape, unlike } from '../../planner/explain/plan-shape.ts';
import { type PlanSnapshot, parseSnapshot, writtenSnapshot } from '../../planner/explain/plan-snapshot.ts';
import { readJsonPlan } from '../../planner/tree/read-json-plan.ts';
import { atLevels } from '../../rules/levels.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { explain } from './explain.ts';
import type { ExplainRequest } from './explain-request.ts';

export interface RecordRequest extends ExplainRequest {
  readonly out: string;
}

export interface RecordedPlans {
  readonly file: string;
  readonly recorded: number;
  /** Queries that can't be planned, and so aren't in the file. */
  readonly failed: readonly string[];
}

/** Writes the plans of a workload into a file that is committed. */
export async function recordPlans(request: RecordRequest): Promise<RecordedPlans> {
  const { cwd, out } = request;
  const { plans } = await explain(request);
  const recorded = plans.flatMap((plan) => snapshotOf(plan) ?? []);
  writeFileSync(resolve(cwd, out), writtenSnapshot({ format: 1, plans: recorded }));
  const failed = plans.filter(({ error }) => error !== null).map(({ sql }) => sql);
  return { file: out, recorded: recorded.length, failed };
}

export interface CheckedPlans {
  readonly file: string;
  readonly compared: number;
  /** Queries whose plan has another form. */
  readonly changed: number;
  /** Not in the file. */
  readonly unrecorded: readonly string[];
  /** In the file, and no longer in the workload. */
  readonly gone: readonly string[];
  readonly cost: WorkloadCost;
  readonly findings: readonly Finding[];
}

/** Compares the plans of a workload with those that were recorded. */
export async function checkRecordedPlans({ out, ...request }: RecordRequest): Promise<CheckedPlans> {
  const snapshot = parseSnapshot(contentOf(resolve(request.cwd, out), out), out);
  const { plans } = await explain(request);
  const { levels } = await resolveSettings({ ...request, flags: {} });
  const recorded = new Map(snapshot.plans.map((each) => [keyOf(each.query), each]));
  const compared = plans.flatMap((plan): readonly ComparedQuery[] => {
    const was = recorded.get(keyOf(plan.sql));
    if (was === undefined) return [];
    const { sql, location } = plan;
    return [{ sql, location, calls: 1, before: { cost: was.cost, shape: was.plan }, after: plannedOf(plan) }];
  });
  const now = new Set(plans.map(({ sql }) => keyOf(sql)));
  const changed = compared.filter(({ before, after }) => before !== null && after !== null && isUnlike(before, after));
  return {
    file: out,
    compared: compared.length,
    changed: changed.length,
    unrecorded: plans.filter(({ sql, error }) => error === null && !recorded.has(keyOf(sql))).map(({ sql }) => sql),
    gone: snapshot.plans.filter(({ query }) => !now.has(keyOf(query))).map(({ query }) => query),
    cost: workloadCost(compared),
    findings: atLevels(comparedFindings(compared, 'what changed since they were recorded'), levels),
  };
}

function isUnlike(one: PlannedCost, other: PlannedCost): boolean {
  return unlike(one.shape, other.shape).length > 0 || unlike(other.shape, one.shape).length > 0;
}

function snapshotOf(plan: QueryPlan): PlanSnapshot['plans'][number] | null {
  const planned = plannedOf(plan);
  if (planned === null) return null;
  const { file } = plan.location ?? { file: null };
  return { query: plan.sql.trim(), place: file, cost: planned.cost, plan: planned.shape };
}

function plannedOf({ plan, cost }: QueryPlan): PlannedCost | null {
  const tree = readJsonPlan(plan);
  return tree === null || cost === null ? null : { cost, shape: planShape(tree) };
}

function keyOf(sql: string): string {
  return sql.trim().replaceAll(/\s+/g, ' ');
}

function contentOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Problem('FILE_NOT_FOUND', `${shown} can't be read.`, {
      hint: 'Make it with `plumb plans record`.',
      cause: error,
    });
  }
}
