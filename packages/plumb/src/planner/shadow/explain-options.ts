export interface ExplainOptions {
  /** Settings for this plan alone, such as `enable_seqscan`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Values of `$1`, `$2` … as text; null is NULL. Without any, the plan is one for all values. */
  readonly parameters?: readonly (string | null)[];
}

/** PostgreSQL's own JSON of a plan. */
export interface PlanJson {
  readonly Plan: Readonly<Record<string, unknown>>;
}

export interface ExplainedPlan {
  readonly json: PlanJson;
  /** As EXPLAIN prints it, with costs. */
  readonly text: string;
}
