import type { Direction, Section } from '../../contract/migration.ts';
import type { SqlSource } from '../../contract/sql-source.ts';

/** The tools that write the ways up and down of a migration into one file. */
export type MarkedFormat = 'plumb' | 'dbmate' | 'goose' | 'sql-migrate' | 'node-pg-migrate';

/** A comment that says what the SQL below it is for. */
export interface Mark {
  /** Null where nothing new is written in its way. */
  readonly format: MarkedFormat | null;
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  readonly mode: Section['mode'];
  readonly backfill: Section['backfill'];
}

/** A line comment of a file. */
export interface Comment {
  readonly source: SqlSource;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How one tool, or several that understand each other, write marks. */
export interface Dialect {
  /** What stands in each text that has one of its marks, and in few others. */
  readonly hint: RegExp;
  /** Reads the marks among the comments of a file. */
  read(comments: readonly Comment[]): readonly Mark[];
  /** Whether SQL above the first mark is the way up; otherwise there is none. */
  readonly beginsUp: boolean;
}
