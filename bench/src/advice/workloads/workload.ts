/** A schema with rows, and the queries that are asked of it. */
export interface BenchWorkload {
  readonly name: string;
  readonly schema: string;
  /** Fills it, with the same rows each time. */
  readonly rows: string;
  readonly queries: readonly { readonly sql: string; readonly weight: number }[];
}
