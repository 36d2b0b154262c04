import type { MigrationProblem } from '../problem.ts';
import { fileInvalid } from '../sql/file-invalid.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import { isName, type Relation, readRelation } from './read-relation.ts';
import { nameMeant, type Word, wordsOf } from './words.ts';

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
}

const batchable = 'Write one UPDATE or DELETE of the table, or make it a section of another mode, such as transaction.';

/** Reads an UPDATE or a DELETE far enough to narrow it; anything else is refused. */
export function readStatement(statement: PlacedStatement): NarrowableStatement {
  const words = wordsOf(statement.text);
  const verb = verbOf(statement, words);
  const behind = words.slice(words.indexOf(verb) + 1);
  if (verb.word === 'update') return readUpdate(statement, behind);
  if (verb.word === 'delete') return readDelete(statement, behind);
  throw refusal(statement, verb, `${verb.text.toUpperCase()} can't be run in batches.`, batchable);
}

/** The word that says what the statement does, behind its WITH. */
function verbOf(statement: PlacedStatement, words: readonly Word[]): Word {
  const [first] = words;
  if (first === undefined) throw refusal(statement, undefined, 'There is no statement to run in batches.', batchable);
  if (first.word !== 'with') return first;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before?.text === '(' && before.depth === 0 && writes.includes(word.word)) {
      throw refusal(
        statement,
        word,
        `${word.text.toUpperCase()} inside of WITH would be done whole with the first batch.`,
        'Make it a statement of its own, in a section before or behind this one.',
      );
    }
    const isListed = before === undefined || ['with', 'recursive'].includes(before.word) || before.text === ',';
    if (word.depth === 0 && !isListed && [...writes, 'select', 'values', 'table'].includes(word.word)) return word;
  }
  throw refusal(statement, first, 'No statement stands behind WITH.', batchable);
}

const writes: readonly string[] = ['insert', 'update', 'delete', 'merge'];

function readUpdate(statement: PlacedStatement, words: readonly Word[]): NarrowableStatement {
  const relation = readRelation(words, ['set']);
  const [set, ...rest] = relation?.rest ?? [];
  if (relation === null || set?.word !== 'set') throw unreadable(statement, set ?? words[0]);
  const clauses = clausesOf(rest, ['from', 'where', 'returning']);
  return { ...narrowable(statement, clauses), relation, sets: columnsSet(clauses.before) };
}

function readDelete(statement: PlacedStatement, [from, ...words]: readonly Word[]): NarrowableStatement {
  const clauseWords = ['using', 'where', 'returning'];
  const relation = from?.word === 'from' ? readRelation(words, clauseWords) : null;
  if (relation === null) throw unreadable(statement, from);
  const clauses = clausesOf(relation.rest, clauseWords);
  const [stray] = clauses.before;
  if (stray !== undefined) throw unreadable(statement, stray);
  return { ...narrowable(statement, clauses), relation, sets: [] };
}

interface Clauses {
  /** What stands before the first clause. */
  readonly before: readonly Word[];
  readonly where: readonly Word[] | null;
  readonly returning: Word | null;
}

function clausesOf(words: readonly Word[], starts: readonly string[]): Clauses {
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
function clauseAt(words: readonly Word[], index: number): string {
  const before = words[index - 1];
  const word = words[index];
  if (word === undefined || word.depth > 0 || before?.text === '.') return '';
  return word.word === 'from' && before?.word === 'distinct' ? '' : word.word;
}

function narrowable(
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

/** `a = 1, (b, "C") = (2, 3), d[i] = 4` sets a, b, C and d. */
function columnsSet(words: readonly Word[]): readonly string[] {
  const columns: string[] = [];
  let isTarget = true;
  let subscript = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.depth === 0 && (word.text === ',' || word.text === '=')) isTarget = word.text === ',';
    if (word.text === '[') subscript = Math.min(subscript, word.depth);
    if (word.text === ']' && word.depth === subscript) subscript = Number.POSITIVE_INFINITY;
    if (isTarget && isName(word) && word.depth <= subscript) columns.push(nameMeant(word.text));
  }
  return columns;
}

function unreadable(statement: PlacedStatement, at: Word | undefined): MigrationProblem {
  return refusal(statement, at, "This statement can't be taken apart into batches.", batchable);
}

function refusal(statement: PlacedStatement, at: Word | undefined, message: string, hint: string): MigrationProblem {
  const { source, start, end } = statement;
  return fileInvalid(
    { source, start: start + (at?.start ?? 0), end: at === undefined ? end : start + at.end },
    message,
    hint,
  );
}
