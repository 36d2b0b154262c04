import type { Direction } from '../../contract/migration.ts';
import { fileInvalid } from '../../sql/file-invalid.ts';
import type { Comment, Dialect, Mark } from './mark.ts';
import { type MarkWord, modeOfWords } from './mode-of-words.ts';

/** `-- plumb:up no-transaction`, and dbmate's `-- migrate:up transaction:false`. */
export const plumbMarks: Dialect = {
  hint: /--[^\S\r\n]*(?:\+?plumb\b|migrate[^\S\r\n]*:)/i,
  beginsUp: false,
  read: (comments) => comments.flatMap((comment) => markOf(comment) ?? []),
};

function markOf(comment: Comment): Mark | null {
  const [whole = '', tool, word = ''] = /^--\s*(plumb|migrate):([\w-]*)/i.exec(comment.text) ?? [];
  if (tool === undefined || word === '') {
    if (almostMark.test(comment.text)) throw notQuite(comment);
    return null;
  }
  const isOurs = tool.toLowerCase() === 'plumb';
  const direction = directionOf(word);
  if (direction === null) {
    if (isOurs && almostDirection.test(word)) throw noDirection(comment, whole, word);
    return null;
  }
  const words = wordsAfter(comment, whole.length);
  const place = { start: comment.start, end: comment.end, direction };
  if (isOurs) return { format: 'plumb', ...place, ...modeOfWords(comment, words) };
  return { format: 'dbmate', ...place, mode: dbmateMode(words), backfill: null };
}

function directionOf(word: string): Direction | null {
  const lower = word.toLowerCase();
  return lower === 'up' || lower === 'down' ? lower : null;
}

/** A mark that isn't seen is worse than one that is refused: what it would have kept for the way down goes up. */
const almostMark =
  /^-+\s*(?:\+?plumb\s*:?|migrate\s*:)\s*(?:up|down)\s*(?:;|no[-_ ]?transaction\b.*|transaction\b.*|backfill\b.*)?$/i;

function notQuite(comment: Comment): Error {
  return fileInvalid(
    comment,
    `"${comment.text.trim()}" is almost the mark of a section.`,
    'Write `-- plumb:up` or `-- plumb:down`, with two dashes and without blanks around the colon.',
  );
}

/** Other words may say other things of the SQL below. */
const almostDirection = /^(?:u[\w-]{0,3}|d[ow][\w-]{0,4}|rollback|revert|undo|apply|backfill|(?:no-?)?transaction)$/i;

function noDirection(comment: Comment, whole: string, word: string): Error {
  const end = comment.start + whole.length;
  return fileInvalid(
    { source: comment.source, start: end - word.length, end },
    `"${word}" is no direction of a section.`,
    'Begin a section with `-- plumb:up` or `-- plumb:down`; behind it may stand transaction, no-transaction or backfill.',
  );
}

/** Double quotes hold words together. */
function wordsAfter({ text, start, source }: Comment, from: number): readonly MarkWord[] {
  return [...text.slice(from).matchAll(/(?:"[^"]*(?:"|$)|[^\s"])+/g)].map(({ index, 0: word }) => {
    const at = start + from + index;
    return { source, start: at, end: at + word.length, text: word };
  });
}

function dbmateMode(words: readonly MarkWord[]): 'transaction' | 'no-transaction' {
  let mode: 'transaction' | 'no-transaction' = 'transaction';
  for (const word of words) {
    const [, value] = /^transaction:(true|false)$/i.exec(word.text) ?? [];
    if (value === undefined) {
      throw fileInvalid(
        word,
        `"${word.text}" is no option of a section that begins with migrate:.`,
        'Write transaction:true or transaction:false, or take it out.',
      );
    }
    mode = value.toLowerCase() === 'true' ? 'transaction' : 'no-transaction';
  }
  return mode;
}
