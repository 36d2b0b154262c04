import type { PlacedStatement } from '../sql/statements.ts';
import { batchable, type NarrowableStatement, refusal } from './narrowable.ts';
import { readInsert } from './read-insert.ts';
import { readDelete, readUpdate } from './read-update.ts';
import { type Word, wordsOf } from './words.ts';

/** Reads a statement far enough to narrow it to some rows of a table; what can't be is refused. */
export function readStatement(statement: PlacedStatement, table: string): NarrowableStatement {
  const words = wordsOf(statement.text);
  refuseHiddenWrites(statement, words);
  const verb = verbOf(statement, words);
  const behind = words.slice(words.indexOf(verb) + 1);
  if (verb.word === 'update') return readUpdate(statement, behind);
  if (verb.word === 'delete') return readDelete(statement, behind);
  if (verb.word === 'insert') return readInsert(statement, verb, behind, table);
  throw refusal(statement, verb, `${verb.text.toUpperCase()} can't be run in batches.`, batchable);
}

/** The word that says what the statement does, behind its WITH. */
function verbOf(statement: PlacedStatement, words: readonly Word[]): Word {
  const [first] = words;
  if (first === undefined) throw refusal(statement, undefined, 'There is no statement to run in batches.', batchable);
  if (first.word !== 'with') return first;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const isListed = before === undefined || ['with', 'recursive'].includes(before.word) || before.text === ',';
    if (word.depth === 0 && !isListed && [...writes, 'select', 'values', 'table'].includes(word.word)) return word;
  }
  throw refusal(statement, first, 'No statement stands behind WITH.', batchable);
}

function refuseHiddenWrites(statement: PlacedStatement, words: readonly Word[]): void {
  const hidden = words.find((word, index) => {
    const [as, open] = [words[index - 2], words[index - 1]];
    return open?.text === '(' && ['as', 'materialized'].includes(as?.word ?? '') && writes.includes(word.word);
  });
  if (hidden === undefined) return;
  throw refusal(
    statement,
    hidden,
    `${hidden.text.toUpperCase()} inside of WITH would be done whole with the first batch.`,
    'Make it a statement of its own, in a section before or behind this one.',
  );
}

const writes: readonly string[] = ['insert', 'update', 'delete', 'merge'];
