import { type Node, parseSync } from 'libpg-query';
import { DatabaseError } from 'pg';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { errorMessage } from '../../contract/error-message.ts';
import type { Finding, Location } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { findInPlan, type Replanner } from '../findings/find-in-plan.ts';
import type { PlanView, RelationSizes } from '../findings/plan-finding.ts';
import { planFindings } from '../findings/plan-findings.generated.ts';
import type { PlannerShadow } from '../planner-shadow.ts';
import type { Profile } from '../profile/profile.ts';
import type { ExplainedPlan } from '../shadow/explain-options.ts';
import type { JsonObject, PlanTree } from '../tree/plan-tree.ts';
import { readJsonPlan } from '../tree/read-json-plan.ts';
import { type ParameterValues, typicalValues } from './typical-values.ts';

/** What there is to plan on. */
export interface Planning {
  readonly shadow: PlannerShadow;
  readonly catalog: Catalog;
  readonly sizes: RelationSizes | null;
  readonly profile: Profile | null;
}

export interface QueryToExplain {
  readonly sql: string;
  /** Null where the parser can make nothing of it. */
  readonly tree: Node | null;
  /** Where it is written, if in a file. */
  readonly location: Location | null;
  /** Values of its parameters, as text. */
  readonly parameters: readonly (string | null)[];
}

export interface QueryPlan {
  readonly sql: string;
  readonly location: Location | null;
  /** PostgreSQL's own JSON; null where the query can't be planned. */
  readonly plan: JsonObject | null;
  /** As EXPLAIN prints it, with costs. */
  readonly text: string | null;
  readonly cost: number | null;
  readonly findings: readonly Finding[];
  /** Of a query with parameters: what its plan is for values that are common or rare; `plan` is the one for all values. */
  readonly variants: readonly PlanVariant[];
  readonly error: QueryError | null;
}

export interface PlanVariant extends ParameterValues {
  readonly plan: JsonObject;
  readonly text: string;
  readonly cost: number | null;
}

interface QueryError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** The plan that production would choose for a query, and what is to be said of it. */
export async function explainQuery(query: QueryToExplain, planning: Planning): Promise<QueryPlan> {
  const { sql, location, parameters } = query;
  try {
    const how = parameters.length === 0 ? {} : { parameters };
    const main = await planning.shadow.explain(sql, how);
    const variants = await variantsOf(query, planning);
    const plan = treeOf(main);
    if (plan === null) throw new Problem('SQL_FAILED', 'PostgreSQL gives a plan that has no nodes.');
    const generic = variants.length > 0 ? plan : null;
    const found = await findingsOf(plan, query, planning, null);
    const more: Finding[] = [];
    for (const variant of variants) {
      const own = readJsonPlan(variant.plan);
      if (own !== null)
        more.push(...(await findingsOf(own, { ...query, parameters: variant.values }, planning, generic)));
    }
    return {
      sql,
      location,
      plan: plan.json,
      text: main.text,
      cost: plan.root.cost?.total ?? null,
      findings: distinct([...found, ...more]),
      variants,
      error: null,
    };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERRUPTED') throw error;
    const { code, message, hint } = error;
    const fault = query.tree === null ? syntaxFault(sql) : null;
    const told = fault === null ? { code, message, hint } : { code: 'SQL_FAILED', message: fault, hint: null };
    return { sql, location, plan: null, text: null, cost: null, findings: [], variants: [], error: told };
  }
}

async function variantsOf(
  { tree, sql, parameters }: QueryToExplain,
  planning: Planning,
): Promise<readonly PlanVariant[]> {
  if (tree === null || parameters.length > 0) return [];
  const variants: PlanVariant[] = [];
  for (const choice of typicalValues(tree, planning.catalog, planning.profile)) {
    const explained = await orNull(planning.shadow.explain(sql, { parameters: choice.values }));
    if (explained === null) continue;
    const cost = treeOf(explained)?.root.cost?.total ?? null;
    variants.push({ ...choice, plan: { ...explained.json }, text: explained.text, cost });
  }
  return variants;
}

function findingsOf(
  plan: PlanTree,
  { sql, tree, location, parameters }: QueryToExplain,
  { shadow, catalog, sizes, profile }: Planning,
  generic: PlanTree | null,
): Promise<readonly Finding[]> {
  const view: PlanView = { plan, query: tree, sql, catalog, sizes, settings: profile?.settings ?? {}, generic };
  return findInPlan(planFindings, view, { replan: replannerOn(shadow, parameters), location });
}

/** Plans again on the shadow; what can't be planned gains nothing. */
function replannerOn(shadow: PlannerShadow, parameters: readonly (string | null)[]): Replanner {
  const given = parameters.length === 0 ? {} : { parameters };
  const planned = async (sql: string, settings = {}): Promise<PlanTree | null> =>
    readJsonPlan(await shadow.planOf(sql, { ...given, settings }));
  return {
    explain: (sql, settings) => orNull(planned(sql, settings)),
    withIndexes: (definitions, sql) => orNull(shadow.withIndexes(definitions, () => planned(sql))),
  };
}

/** What the parser says of a text that it can't read. */
function syntaxFault(sql: string): string | null {
  try {
    parseSync(sql);
    return null;
  } catch (error) {
    return `PostgreSQL can't parse this: ${errorMessage(error)}`;
  }
}

/** What can't be planned, a value of the wrong type or an index that can't be made, is left out. */
async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.code !== 'INTERRUPTED') return null;
    if (error instanceof DatabaseError) return null;
    throw error;
  }
}

function treeOf({ json }: ExplainedPlan): PlanTree | null {
  return readJsonPlan(json);
}

/** What several plans of one query have in common is told once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const same = (one: Finding, other: Finding): boolean =>
    one.id === other.id && `${one.objects}` === `${other.objects}`;
  return findings.filter((finding, at) => findings.findIndex((each) => same(each, finding)) === at);
}
