import type { PlacedStatement } from '../sql/statements.ts';
import { batchable, clauseAt, type NarrowableStatement, narrowable, refusal, unreadable } from './narrowable.ts';
import { type Relation, readRelation } from './read-relation.ts';
import { nameMeant, type Word, wordsOf } from './words.ts';

/** An INSERT of what a SELECT gives for each row of the table. */
export function readInsert(
  statement: PlacedStatement,
  verb: Word,
  [into, ...words]: readonly Word[],
  table: string,
): NarrowableStatement {
  const target =
    into?.word === 'into' ? readRelation(words, ['overriding', 'with', 'select', 'values', 'default']) : null;
  if (target === null) throw unreadable(statement, into);
  const start = target.rest.findIndex((_, index) => ['with', 'select'].includes(clauseAt(target.rest, index)));
  const end = target.rest.findIndex((word, index) => index > start && endsQuery(word, target.rest[index + 1]));
  const query = target.rest.slice(start, end === -1 ? undefined : end);
  const select = query.findIndex((_, index) => clauseAt(query, index) === 'select');
  const behind = query.slice(select + 1);
  const [first] = behind;
  const stray =
    behind.find((_, index) => gathers.includes(clauseAt(behind, index))) ?? (first?.word === 'distinct' ? first : null);
  if (start === -1 || select === -1 || first === undefined) throw unreadable(statement, into);
  if (stray !== null) {
    throw refusal(
      statement,
      stray,
      `${stray.text.toUpperCase()} needs to see all rows, not a batch of them.`,
      batchable,
    );
  }
  const from = behind.findIndex((_, index) => clauseAt(behind, index) === 'from');
  const relation = from === -1 ? null : relationRead(behind.slice(from), table);
  if (relation === null) {
    throw refusal(
      statement,
      first,
      `${table} is not read once in the FROM of this SELECT.`,
      `Name the table there that has a row for each that is inserted, as table=${table} says.`,
    );
  }
  const returning = target.rest[end] ?? null;
  const where = behind.findIndex((_, index) => clauseAt(behind, index) === 'where');
  const clauses = { before: [], where: where === -1 ? null : behind.slice(where), returning };
  const text = statement.text.slice(0, verb.start) + statement.text.slice(query[0]?.start, returning?.start);
  return { ...narrowable(statement, clauses), relation, sets: [], inserts: { into: target.name, query: text } };
}

function endsQuery(word: Word, next: Word | undefined): boolean {
  return word.depth === 0 && (word.word === 'returning' || (word.word === 'on' && next?.word === 'conflict'));
}

const gathers: readonly string[] = [
  ...['group', 'having', 'window', 'union', 'intersect', 'except', 'order', 'limit', 'offset', 'fetch', 'for'],
];

/** The table as one of those that a FROM lists, if it is there once. */
function relationRead(words: readonly Word[], table: string): Relation | null {
  const found = words.flatMap((word, index): Relation[] => {
    const isBefore = word.depth === 0 && (word.text === ',' || word.word === 'from' || word.word === 'join');
    const relation = isBefore ? readRelation(words.slice(index + 1), notAliases) : null;
    return relation !== null && meaning(relation.name) === meaning(table) ? [relation] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const notAliases: readonly string[] = [
  ...['where', 'on', 'using', 'join', 'inner', 'left', 'right', 'full', 'cross', 'natural', 'tablesample'],
];

function meaning(name: string): string {
  return wordsOf(name)
    .map(({ text }) => nameMeant(text))
    .join('\0');
}
