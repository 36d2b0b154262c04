/** What a database's counters and rows say of its objects, by their qualified names. Empty where it could not be seen. */
export interface Usage {
  readonly sequences: readonly SequenceUse[];
  readonly indexes: readonly IndexUse[];
  readonly tables: readonly TableUse[];
  readonly dependencies: readonly ColumnDependency[];
}

export interface SequenceUse {
  readonly sequence: string;
  /** The column that its numbers go to. */
  readonly column: string | null;
  readonly last: number;
  /** The greatest number that it, and the column, can hold. */
  readonly most: number;
}

export interface IndexUse {
  readonly index: string;
  /** Since the server began to count. */
  readonly scans: number;
  readonly tableScans: number;
}

export interface TableUse {
  readonly table: string;
  readonly bytes: number;
  /** Of the bytes, what rows could do without: from 0 to 1. Null where there are no statistics. */
  readonly wasted: number | null;
  readonly rows: number;
  /** Rows that are gone and still take their room. */
  readonly dead: number;
}

/** That a column's value follows from those of others. */
export interface ColumnDependency {
  readonly table: string;
  readonly of: readonly string[];
  readonly column: string;
}

export const noUsage: Usage = { sequences: [], indexes: [], tables: [], dependencies: [] };
