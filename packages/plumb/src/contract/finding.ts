export type Severity = 'error' | 'warning' | 'info';

/** A place in a file; lines and columns are counted from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** SQL that mends a finding, already rehearsed where it was found on a shadow. */
export interface Fix {
  readonly description: string;
  /** In place of the statement that the finding is about. */
  readonly sql: string;
  /** Said where it stands in place of the whole file. */
  readonly replaces?: 'file';
}

/** What a rule, a check or a plan says: one for each cause. Every renderer (text, JSON, SARIF, …) works from this shape. */
export interface Finding {
  /** The name of the rule, check or finding file that produced it. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What is so, with the names of the objects and their sizes. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it, where that isn't plain from the message. */
  readonly todo?: string;
  readonly fix: Fix | null;
  readonly location: Location | null;
  /** Schema-qualified names of the objects concerned. */
  readonly objects: readonly string[];
  /** What was seen: locks, relations, figures. Plain, serialisable data. */
  readonly evidence: Readonly<Record<string, unknown>>;
}
