/** What is known of a column of an index, or of the column that its expression is of. */
export interface IndexColumnFacts {
  readonly position: number;
  readonly key: boolean;
  /** The name of its operator class; null where it is only carried along. */
  readonly operators: string | null;
  /** Of the table's column. */
  readonly type: string | null;
  /** Null where it is a column. */
  readonly expression: string | null;
  /** Whether an expression has as many values as its column. */
  readonly alike: boolean;
  /** Of the values that aren't null, in bytes. */
  readonly width: number;
  /** Of some values, in bytes. */
  readonly lengths: readonly number[] | null;
  /** To what their place in a tuple is aligned; 1 for what is short and of varying length. */
  readonly align: number;
  readonly distinct: number;
  /** How frequent the most common values are. */
  readonly common: readonly number[];
  readonly nulls: number;
  /** Some values, where an index has an entry for each of their parts. */
  readonly samples: readonly string[] | null;
  /** Of arrays and the like: how frequent the most common elements are, and how many different ones a row has on average. */
  readonly elements: { readonly frequencies: readonly number[]; readonly count: number | null } | null;
}
