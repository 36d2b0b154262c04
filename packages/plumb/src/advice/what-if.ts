/** What a server would do if some indexes were there. */
export interface SeenPlan {
  /** In the planner's units. */
  readonly cost: number;
  /** The candidates among the indexes that it reads. */
  readonly used: readonly number[];
}

/** Plans a query as if these of the candidates were there, and none of the others. Both are told by their numbers. */
export type WhatIf = (query: number, visible: ReadonlySet<number>) => Promise<SeenPlan>;
