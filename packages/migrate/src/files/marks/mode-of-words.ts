import type { BackfillOptions, Section } from '../../contract/migration.ts';
import { fileInvalid } from '../../sql/file-invalid.ts';
import type { Comment } from './mark.ts';

/** A word of a mark, with its place. */
export type MarkWord = Comment;

type Mode = Pick<Section, 'mode' | 'backfill'>;

const modes = ['transaction', 'no-transaction', 'backfill'] as const;
const options = ['table', 'batch', 'key'] as const;
const usualBatch = 1000;

/** What the words behind `-- plumb:up` say. */
export function modeOfWords(mark: Comment, [first, ...rest]: readonly MarkWord[]): Mode {
  if (first === undefined) return { mode: 'transaction', backfill: null };
  const mode = modes.find((each) => each === first.text.toLowerCase());
  if (mode === undefined) {
    throw fileInvalid(
      first,
      `"${first.text}" is no mode of a section.`,
      'Write transaction, no-transaction or backfill; without a word it is one transaction.',
    );
  }
  if (mode === 'backfill') return { mode, backfill: backfillOptions(mark, rest) };
  const [second] = rest;
  if (second === undefined) return { mode, backfill: null };
  throw fileInvalid(
    second,
    `"${second.text}" stands behind ${mode}, which has no options.`,
    'Take it out; table, batch and key are options of backfill.',
  );
}

function backfillOptions(mark: Comment, words: readonly MarkWord[]): BackfillOptions {
  const given: Partial<Record<(typeof options)[number], MarkWord>> = {};
  for (const word of words) {
    const [name, value] = nameAndValue(word);
    if (given[name] !== undefined) throw fileInvalid(word, `${name} is given twice.`, 'Take one of them out.');
    given[name] = value;
  }
  if (given.table === undefined) {
    throw fileInvalid(
      mark,
      'A backfill has to name its table.',
      'Write `backfill table=app.jobs`, with the table whose rows the statement changes.',
    );
  }
  const key = given.key === undefined ? null : columnsOf(given.key);
  return { table: given.table.text, batch: given.batch === undefined ? usualBatch : batchOf(given.batch), key };
}

function nameAndValue(word: MarkWord): readonly [(typeof options)[number], MarkWord] {
  const sign = word.text.indexOf('=');
  const name = options.find((each) => each === word.text.slice(0, sign).toLowerCase());
  if (sign === -1 || name === undefined) {
    throw fileInvalid(
      word,
      `"${word.text}" is no option of a backfill.`,
      'Write table=app.jobs, batch=1000 or key=id, without blanks around the sign.',
    );
  }
  const value = { ...word, start: word.start + sign + 1, text: word.text.slice(sign + 1) };
  if (value.text === '')
    throw fileInvalid(word, `Nothing stands behind ${name}=.`, 'Write its value right behind the sign.');
  return [name, value];
}

function batchOf(word: MarkWord): number {
  const batch = Number(word.text);
  if (/^\d+$/.test(word.text) && batch >= 1 && batch <= 1_000_000) return batch;
  throw fileInvalid(word, `"${word.text}" is no size of a batch.`, 'Write a whole number of rows from 1 to 1000000.');
}

function columnsOf(word: MarkWord): readonly string[] {
  const columns = [...`${word.text},`.matchAll(/((?:"[^"]*"|[^,"])*),/g)].map(([, column = '']) => column);
  if (columns.every((column) => column !== '')) return columns;
  throw fileInvalid(word, `"${word.text}" is no list of columns.`, 'Write their names with commas: key=tenant_id,id.');
}
