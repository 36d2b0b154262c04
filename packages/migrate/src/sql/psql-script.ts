import type { SqlSource } from '../contract/sql-source.ts';

/** A piece of a script as psql reads it; offsets are of the source's text. */
export type ScriptPart = ScriptStatement | PsqlCommand;

export interface ScriptStatement {
  readonly kind: 'statement';
  readonly start: number;
  /** Where the semicolon stands. */
  readonly end: number;
  /** What stands behind `COPY … FROM stdin`, up to the line `\.`. */
  readonly rows: string | null;
}

/** A command of psql's own: a backslash at the start of a statement, up to the end of the line. */
export interface PsqlCommand {
  readonly kind: 'psql';
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/**
 * Takes a script apart as psql does, whatever the server's version: statements end at semicolons outside of quotes,
 * comments, parentheses and BEGIN ATOMIC bodies; rows follow COPY FROM stdin; lines with a backslash are for psql.
 * Drizzle's breakpoints end statements, too.
 */
export function readScript({ text }: SqlSource, from = 0): readonly ScriptPart[] {
  return read(text, from, () => {});
}

/** A piece of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The comments `-- …` that stand on lines of their own, and in no quote, comment or rows. */
export function lineComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  read(text, 0, (start, end) => {
    if (/(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(Math.max(0, start - longestIndent), start))) {
      comments.push({ start, end });
    }
  });
  return comments;
}

const longestIndent = 100;

/** Where something else begins in a piece of a text than blanks, comments and lone semicolons; null where nothing does. */
export function startOfSql(text: string, from: number, to: number): number | null {
  const piece = text.slice(0, to);
  let at = skipBlanks(piece, from, () => {});
  while (piece[at] === ';') at = skipBlanks(piece, at + 1, () => {});
  return at < piece.length ? at : null;
}

type OnComment = (start: number, end: number) => void;

function read(text: string, from: number, onComment: OnComment): readonly ScriptPart[] {
  const parts: ScriptPart[] = [];
  for (let at = from; at < text.length; ) {
    const start = skipBlanks(text, at, onComment);
    if (start === text.length) break;
    if (text[start] === ';') {
      at = start + 1;
    } else if (text[start] === '\\') {
      const end = endOfLine(text, start);
      parts.push({ kind: 'psql', start, end, words: text.slice(start, end).trim().split(/\s+/) });
      at = end;
    } else {
      const end = endOfStatement(text, start, onComment);
      const rows = copyFromStdin.test(text.slice(start, end)) ? rowsAfter(text, end) : null;
      parts.push({ kind: 'statement', start, end: trimmedEnd(text, start, end), rows: rows?.text ?? null });
      at = rows?.end ?? end;
    }
  }
  return parts;
}

const copyFromStdin = /^copy\b[^;]*\bfrom\s+stdin\b/i;
const blank = /\s+|--[^\r\n]*/y;

function skipBlanks(text: string, from: number, onComment: OnComment): number {
  for (let at = from; ; ) {
    blank.lastIndex = at;
    const length = blank.exec(text)?.[0].length ?? 0;
    if (length > 0) {
      if (text[at] === '-') onComment(at, at + length);
      at += length;
    } else {
      if (!text.startsWith('/*', at)) return at;
      at = endOfComment(text, at);
    }
  }
}

/** Comments nest. */
export function endOfComment(text: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/** What can't be cut in the middle; of a block comment and a dollar quote, only how they begin. */
const marked = String.raw`--[^\r\n]*|\/\*|[eE]'[^'\\]*(?:(?:''|\\.)[^'\\]*)*(?:'|$)|'[^']*(?:''[^']*)*(?:'|$)|"[^"]*(?:""[^"]*)*(?:"|$)|\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$`;
const word = String.raw`[\p{L}_][\p{L}\p{N}_$]*|\d[\p{L}\p{N}_.]*`;
export const token = new RegExp(String.raw`\s+|${marked}|${word}|.`, 'suy');
/** Takes in one bite what can't end a statement, as far as the memory for one match goes. */
const bite = new RegExp(
  String.raw`(?:(?![eE]')(?:${word})|[^\p{L}\d_'"$;()\-\/]|-(?!-)|\/(?!\*)){1,500}|${marked}|.`,
  'suy',
);

const breakpoint = '--> statement-breakpoint';

/** Where the semicolon stands that ends the statement, or the text. */
function endOfStatement(text: string, start: number, onComment: OnComment): number {
  let parentheses = 0;
  let blocks = 0;
  let words = '';
  const mayBeRoutine = /^create\b/i.test(text.slice(start, start + 7));
  const piece = mayBeRoutine ? token : bite;
  for (let at = start; at < text.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(text)?.[0] ?? text.slice(at);
    if (found === '/*') {
      at = endOfComment(text, at);
      continue;
    }
    if (found === ';' && parentheses <= 0 && blocks === 0) return at;
    if (found.startsWith('--')) {
      if (found.startsWith(breakpoint)) return at;
      onComment(at, at + found.length);
    }
    at += found.length;
    if (found.length > 1 && found.startsWith('$')) at = endOfDollarQuote(text, at, found);
    else if (found === '(') parentheses += 1;
    else if (found === ')') parentheses -= 1;
    else if (mayBeRoutine && /^[a-z]/i.test(found)) {
      const lower = found.toLowerCase();
      if (words.length < 40) words += `${lower} `;
      if (makesRoutine.test(words)) blocks += blockOpened(lower, blocks);
    }
  }
  return text.length;
}

const makesRoutine = /^create (?:or replace )?(?:function|procedure) /;

/** As psql counts them: semicolons in the body of an SQL routine that is no string don't end the statement. */
function blockOpened(word: string, blocks: number): number {
  if (word === 'begin' || (word === 'case' && blocks > 0)) return 1;
  return word === 'end' && blocks > 0 ? -1 : 0;
}

export function endOfDollarQuote(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  return end === -1 ? text.length : end + quote.length;
}

function rowsAfter(text: string, semicolon: number): { readonly text: string; readonly end: number } {
  const start = startOfNextLine(text, semicolon);
  const last = /^\\\.[^\S\r\n]*$/gm;
  last.lastIndex = start;
  const found = last.exec(text);
  if (found === null) return { text: text.slice(start), end: text.length };
  return { text: text.slice(start, found.index), end: found.index + found[0].length };
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end === -1 ? text.length : from + end;
}

function startOfNextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
