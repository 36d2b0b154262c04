import { locationAt } from '@pgplumb/migrate/sql';
import type { Location } from '../contract/finding.ts';
import type { SqlSource } from '../sql/source.ts';

/** A query of the application, and where each letter of it stands. */
export interface FoundQuery {
  readonly source: SqlSource;
  /** Where it begins in the file, and ends. */
  readonly start: number;
  readonly end: number;
  /** The SQL, with a placeholder for each value that is put in. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** How it is written: in a file of SQL, given to a client's function, or in a tagged template; or a server told it. */
  readonly written: 'file' | 'call' | 'tag' | 'server';
  /** Where in the text placeholders stand for what may be a value, a name or more SQL. */
  readonly holes: readonly number[];
  /** Whether parts of the text are only sometimes there. */
  readonly open: boolean;
  /** Whether it is run once for each of several things, with a value of each. */
  readonly inLoop: boolean;
}

/** A part of a query's text that stands together in the file. */
export interface Piece {
  /** In the query's text. */
  readonly at: number;
  readonly length: number;
  /** In the file. */
  readonly from: number;
  readonly fileLength: number;
}

/** SQL that is put together in a way that lets values become SQL. */
export interface Concatenation {
  readonly source: SqlSource;
  readonly start: number;
  readonly end: number;
  /** What is put in, as it is written. */
  readonly expression: string;
}

/** Writes that one function makes one after the other, each for itself. */
export interface SeveralWrites {
  readonly source: SqlSource;
  /** Of the first of them. */
  readonly start: number;
  readonly end: number;
  /** Where the others begin. */
  readonly others: readonly number[];
}

export interface Workload {
  readonly queries: readonly FoundQuery[];
  readonly concatenations: readonly Concatenation[];
  readonly severalWrites: readonly SeveralWrites[];
  /** How many queries are made with a query builder, whose SQL isn't in the file. */
  readonly built: number;
}

/** The place of a part of a query in its file. */
export function placeInFile({ source, pieces, start, end }: FoundQuery, from: number, to: number): Location {
  const at = (offset: number): number | null => {
    const piece = pieces.findLast((each) => each.at <= offset);
    if (piece === undefined) return null;
    return piece.from + Math.min(offset - piece.at, piece.fileLength);
  };
  return locationAt(source, at(from) ?? start, at(Math.max(from, to - 1)) === null ? end : (at(to - 1) ?? end) + 1);
}
