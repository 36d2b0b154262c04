import type { MigrationProblem } from '../contract/problem.ts';
import { fileInvalid } from '../sql/file-invalid.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import type { Relation } from './read-relation.ts';
import type { Word } from './words.ts';

/** A statement that can be narrowed to a range of rows of one table. */
export interface NarrowableStatement {
  readonly statement: PlacedStatement;
  /** The table whose rows it goes through. */
  readonly relation: Relation;
  /** Columns that it sets, as PostgreSQL knows them. */
  readonly sets: readonly string[];
  /** Its condition, by offsets in its text; null where it has none. */
  readonly condition: { readonly start: number; readonly end: number } | null;
  /** Where its condition ends, or would stand. */
  readonly conditionEnd: number;
  /** Of an INSERT: the table that gets its rows, and the query that gives them. */
  readonly inserts: { readonly into: string; readonly query: string } | null;
}

export interface Clauses {
  /** What stands before the first clause. */
  readonly before: readonly Word[];
  readonly where: readonly Word[] | null;
  readonly returning: Word | null;
}

export function clausesOf(words: readonly Word[], starts: readonly string[]): Clauses {
  const first = words.findIndex((_, index) => starts.includes(clauseAt(words, index)));
  const where = words.findIndex((_, index) => clauseAt(words, index) === 'where');
  const returning = words.findIndex((_, index) => clauseAt(words, index) === 'returning');
  const end = returning === -1 ? words.length : returning;
  return {
    before: words.slice(0, first === -1 ? words.length : first),
    where: where === -1 ? null : words.slice(where, end),
    returning: words[returning] ?? null,
  };
}

/** The keyword at a place, unless it is part of an expression: `a.from`, `a IS DISTINCT FROM b`. */
export function clauseAt(words: readonly Word[], index: number): string {
  const before = words[index - 1];
  const word = words[index];
  if (word === undefined || word.depth > 0 || before?.text === '.') return '';
  return word.word === 'from' && before?.word === 'distinct' ? '' : word.word;
}

export function narrowable(
  statement: PlacedStatement,
  { where, returning }: Clauses,
): Pick<NarrowableStatement, 'statement' | 'condition' | 'conditionEnd'> {
  const conditionEnd = returning?.start ?? statement.text.length;
  if (where === null) return { statement, condition: null, conditionEnd };
  const [keyword, first, second] = where;
  if (keyword === undefined || first === undefined) throw unreadable(statement, keyword);
  if (first.word === 'current' && second?.word === 'of') {
    throw refusal(statement, first, "A row under a cursor can't be run in batches.", batchable);
  }
  return { statement, condition: { start: keyword.end, end: conditionEnd }, conditionEnd };
}

export const batchable =
  'Write one UPDATE or DELETE of the table or one INSERT … SELECT from it, or make it a section of another mode, such as transaction.';

export function unreadable(statement: PlacedStatement, at: Word | undefined): MigrationProblem {
  return refusal(statement, at, "This statement can't be taken apart into batches.", batchable);
}

export function refusal(
  statement: PlacedStatement,
  at: Word | undefined,
  message: string,
  hint: string,
): MigrationProblem {
  const { source, start, end } = statement;
  return fileInvalid(
    { source, start: start + (at?.start ?? 0), end: at === undefined ? end : start + at.end },
    message,
    hint,
  );
}
