import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { Severity } from '../../contract/finding.ts';
import type { PlanNode, PlanTree } from '../tree/plan-tree.ts';

/** What a plan finding says of itself, and how it looks at a plan. */
export interface PlanFinding {
  /** The file's name. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
  /** Whether it can be seen in the plan alone, or only in one that was executed: EXPLAIN (ANALYZE, BUFFERS). */
  readonly from: 'plan' | 'execution';
  /** Findings that say less of the same node, and are silent where this one speaks. */
  readonly over?: readonly string[];
  /** Each must be found. */
  readonly bad: readonly PlanExample[];
  /** In each it must be silent. */
  readonly good: readonly PlanExample[];
  check(view: PlanView): Iterable<PlanReport>;
}

export interface PlanExample {
  /** Tables with rows. */
  readonly base: string;
  /** The query; what stands before the last statement is run before it. */
  readonly sql: string;
  /** Values of `$1`, `$2` …, with which it is planned. */
  readonly parameters?: readonly string[];
  readonly majors?: readonly number[];
  /** The plan that EXPLAIN (ANALYZE, BUFFERS) gives somewhere else, in its text form, where a small server never comes to it. */
  readonly plan?: string;
}

/** A plan, and all that is known of where it comes from. */
export interface PlanView {
  readonly plan: PlanTree;
  /** The query as the parser reads it; null where only the plan was given. */
  readonly query: Node | null;
  readonly sql: string | null;
  /** The schema; null where it isn't known. */
  readonly catalog: Catalog | null;
  /** By qualified name; null where they aren't known. */
  readonly sizes: RelationSizes | null;
  /** What the planner is told, by name: `work_mem`, `join_collapse_limit`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The plan for any values of the parameters, where the plan looked at is for some. */
  readonly generic: PlanTree | null;
}

export type RelationSizes = ReadonlyMap<string, RelationSize>;

export interface RelationSize {
  readonly pages: number;
  readonly rows: number;
  /** Rows changed since it was analysed; null where a profile or a shadow has no such number. */
  readonly changed: number | null;
  readonly deadRows: number | null;
}

/** One thing that a finding saw. */
export interface PlanReport {
  /** What is so, with the names of the objects and their sizes. */
  readonly message: string;
  /** The node that it is about. */
  readonly node: PlanNode;
  /** Qualified names of the objects concerned. */
  readonly objects?: readonly string[];
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly severity?: Severity;
  /** What would mend it, to be planned again; of several, the first that gains. */
  readonly remedies?: readonly Remedy[];
  /** Only worth telling where a remedy makes the query so many times cheaper, if it can be planned again. */
  readonly gain?: number;
}

export type Remedy =
  | { readonly kind: 'indexes'; readonly indexes: readonly IndexRemedy[] }
  /** The query in other words. */
  | { readonly kind: 'rewrite'; readonly description: string; readonly sql: string }
  | { readonly kind: 'settings'; readonly settings: Readonly<Record<string, string>> }
  /** What can't be planned again without running it. */
  | { readonly kind: 'run'; readonly description: string; readonly sql: string };

/** An index that isn't there. */
export interface IndexRemedy {
  /** Qualified. */
  readonly table: string;
  readonly method: string;
  /** As they stand in CREATE INDEX. */
  readonly keys: readonly string[];
  readonly include?: readonly string[];
  readonly where?: string;
}

/**
 * Defines a finding in plans. The file is named after its id, and its examples are planned, or executed, on real servers.
 *
 * @example
 * ```ts
 * export default definePlanFinding({ id: 'disk-sort', from: 'execution', … });
 * ```
 */
export function definePlanFinding(finding: PlanFinding): PlanFinding {
  return finding;
}
