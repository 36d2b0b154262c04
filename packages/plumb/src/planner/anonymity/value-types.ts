/** Of a column's values, as far as it decides what may take their place. */
export interface ValueType {
  /** Of an array or a range, that of its elements. */
  readonly shape: 'value' | 'array' | 'range';
  /** As PostgreSQL calls it, below all domains; `enum` for all of these, null for a type that isn't known here. */
  readonly name: string | null;
  /** Of `numeric(p, s)`, the digits before the point. */
  readonly digits: number | null;
}

export interface ValueTypes {
  of(schema: string, relation: string, column: string): ValueType | undefined;
  /** Of an index's first key. */
  ofFirstKey(schema: string, index: string): ValueType | undefined;
  /** The table that CREATE STATISTICS is on. */
  tableOf(schema: string, statistics: string): { readonly schema: string; readonly name: string } | undefined;
}
