import { fileInvalid } from '../../sql/file-invalid.ts';
import type { Comment, Dialect, Mark } from './mark.ts';

/** `-- +goose Up`; NO TRANSACTION is said once, of the whole file. */
export const gooseMarks: Dialect = {
  hint: /--[^\S\r\n]*\+goose\b/i,
  beginsUp: false,
  read: (comments) => {
    const read = comments.flatMap((comment) => {
      const word = wordOf(comment);
      return word === null ? [] : [{ comment, word }];
    });
    const mode = read.some(({ word }) => word === 'no transaction') ? 'no-transaction' : 'transaction';
    return read.flatMap(({ comment: { start, end }, word }): readonly Mark[] =>
      word === 'up' || word === 'down' ? [{ format: 'goose', start, end, direction: word, mode, backfill: null }] : [],
    );
  },
};

const words = ['up', 'down', 'statementbegin', 'statementend', 'no transaction', 'envsub off'];

function wordOf(comment: Comment): string | null {
  const [, said] = /^--\s*\+goose\s+(.*?)\s*$/i.exec(comment.text) ?? [];
  if (said === undefined) return null;
  const word = said.toLowerCase().replaceAll(/\s+/g, ' ');
  if (words.includes(word)) return word;
  throw word === 'envsub on'
    ? fileInvalid(
        comment,
        'Variables of the environment are not put into SQL.',
        'Write their values, and take ENVSUB out.',
      )
    : fileInvalid(
        comment,
        `"${said}" is nothing that goose knows.`,
        'Write Up, Down, StatementBegin, StatementEnd or NO TRANSACTION.',
      );
}

/** `-- +migrate Up notransaction` */
export const sqlMigrateMarks: Dialect = {
  hint: /--[^\S\r\n]*\+migrate\b/i,
  beginsUp: false,
  read: (comments) => comments.flatMap((comment) => sqlMigrateMark(comment) ?? []),
};

function sqlMigrateMark(comment: Comment): Mark | null {
  const [, direction, option] = /^--\s*\+migrate\s+(up|down)(?:\s+(\S.*?))?\s*$/i.exec(comment.text) ?? [];
  if (direction === undefined) return null;
  if (option !== undefined && option.toLowerCase() !== 'notransaction') {
    throw fileInvalid(comment, `"${option}" is no option of +migrate.`, 'Write notransaction, or take it out.');
  }
  return {
    format: 'sql-migrate',
    start: comment.start,
    end: comment.end,
    direction: direction.toLowerCase() === 'up' ? 'up' : 'down',
    mode: option === undefined ? 'transaction' : 'no-transaction',
    backfill: null,
  };
}
