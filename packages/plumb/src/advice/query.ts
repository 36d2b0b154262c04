import type { Node } from 'libpg-query';

/** A query that is to become cheap. */
export interface AdviceQuery {
  /** Where it stands, for people: `queries.sql:12`. */
  readonly name: string;
  readonly sql: string;
  /** How often it is run, or how much it counts beside the others. */
  readonly weight: number;
}

/** One that the server can plan. */
export interface PlannedQuery extends AdviceQuery {
  readonly tree: Node;
  /** Values of `$1`, `$2` … that are usual in production; null where the plan is one for all values. */
  readonly parameters: readonly (string | null)[] | null;
  /** As things are, in the planner's units. */
  readonly cost: number;
  /** The indexes that are there and that it reads, without their schemas. */
  readonly reads: readonly string[];
  /** How many rows it writes; 0 where it only reads. */
  readonly written: number;
}
