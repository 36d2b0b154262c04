import { loadModule, parseSync } from 'libpg-query';
import type { Catalog } from '../catalog/catalog-object.ts';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { typicalValues } from '../planner/explain/typical-values.ts';
import type { PlanJson, PlannerShadow } from '../planner/planner-shadow.ts';
import type { Profile } from '../planner/profile/profile.ts';
import type { AdviceQuery, PlannedQuery } from './query.ts';

/** A query that the server can't plan, and why. */
export interface Unplannable {
  readonly query: AdviceQuery;
  readonly reason: string;
}

/** Plans a query as things are: its parameters with usual values of production, where these are known. */
export async function planQuery(
  query: AdviceQuery,
  shadow: PlannerShadow,
  known: { readonly catalog: Catalog; readonly profile: Profile | null },
): Promise<PlannedQuery | Unplannable> {
  await loadModule();
  try {
    const generic = await shadow.planOf(query.sql);
    const tree = parseSync(query.sql).stmts?.[0]?.stmt;
    if (tree === undefined) return { query, reason: 'There is no query in it.' };
    const typical = typicalValues(tree, known.catalog, known.profile).find(({ name }) => name === 'typical');
    const custom = typical === undefined ? null : await planWith(typical.values, query, shadow);
    const parameters = custom === null ? null : (typical?.values ?? null);
    const plan = custom ?? generic;
    const seen = { cost: costOf(plan), written: writtenBy(plan), reads: [...indexesIn(plan.Plan)] };
    return { ...query, ...seen, tree, parameters };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERRUPTED') throw error;
    return { query, reason: errorMessage(error) };
  }
}

/** Null where a value doesn't fit, such as one of a column that is compared after a cast. */
async function planWith(
  parameters: readonly (string | null)[],
  { sql }: AdviceQuery,
  shadow: PlannerShadow,
): Promise<PlanJson | null> {
  try {
    return await shadow.planOf(sql, { parameters });
  } catch (error) {
    if (error instanceof Problem && error.code !== 'INTERRUPTED') return null;
    throw error;
  }
}

export function costOf({ Plan }: PlanJson): number {
  return Number(Plan['Total Cost'] ?? 0);
}

function writtenBy({ Plan }: PlanJson): number {
  if (Plan['Node Type'] !== 'ModifyTable') return 0;
  const [child] = childrenOf(Plan);
  return Number(child?.['Plan Rows'] ?? 1);
}

type PlanNode = Readonly<Record<string, unknown>>;

/** The names of the indexes that a plan reads. */
export function* indexesIn(node: PlanNode): Generator<string> {
  const name = node['Index Name'];
  if (typeof name === 'string') yield name;
  for (const child of childrenOf(node)) yield* indexesIn(child);
}

function childrenOf(node: PlanNode): readonly PlanNode[] {
  const { Plans: children } = node;
  return Array.isArray(children) ? children.filter((each) => typeof each === 'object' && each !== null) : [];
}
