import type { PlacedStatement } from '../sql/statements.ts';
import { clausesOf, type NarrowableStatement, narrowable, unreadable } from './narrowable.ts';
import { isName, readRelation } from './read-relation.ts';
import { nameMeant, type Word } from './words.ts';

export function readUpdate(statement: PlacedStatement, words: readonly Word[]): NarrowableStatement {
  const relation = readRelation(words, ['set']);
  const [set, ...rest] = relation?.rest ?? [];
  if (relation === null || set?.word !== 'set') throw unreadable(statement, set ?? words[0]);
  const clauses = clausesOf(rest, ['from', 'where', 'returning']);
  return { ...narrowable(statement, clauses), relation, sets: columnsSet(clauses.before), inserts: null };
}

export function readDelete(statement: PlacedStatement, [from, ...words]: readonly Word[]): NarrowableStatement {
  const clauseWords = ['using', 'where', 'returning'];
  const relation = from?.word === 'from' ? readRelation(words, clauseWords) : null;
  if (relation === null) throw unreadable(statement, from);
  const clauses = clausesOf(relation.rest, clauseWords);
  const [stray] = clauses.before;
  if (stray !== undefined) throw unreadable(statement, stray);
  return { ...narrowable(statement, clauses), relation, sets: [], inserts: null };
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
