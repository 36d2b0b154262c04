import type { SqlSource } from '../contract/sql-source.ts';

/** A piece of a file, lines and columns counted from 1; the end is behind its last character. */
export interface TextLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a piece of text; offsets count UTF-16 units, as editors count columns. */
export function locationAt(source: SqlSource, start: number, end: number): TextLocation {
  const from = lineAndColumn(source, start);
  const to = lineAndColumn(source, Math.max(end, start + 1));
  return { file: source.name, ...from, endLine: to.line, endColumn: to.column };
}

/** `db/migrations/20250101120000_jobs.sql:3:21` */
export function locationText(source: SqlSource, offset: number): string {
  const { line, column } = lineAndColumn(source, offset);
  return `${source.name}:${line}:${column}`;
}

/** Where the lines of a text begin; a file of many statements is asked for each of them. */
const lineStarts = new WeakMap<SqlSource, readonly number[]>();

function lineAndColumn(source: SqlSource, offset: number): { readonly line: number; readonly column: number } {
  let starts = lineStarts.get(source);
  if (starts === undefined) {
    starts = [0, ...Array.from(source.text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
    lineStarts.set(source, starts);
  }
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Where the word, the quoted text or the mark at an offset ends. */
export function endOfToken(text: string, offset: number): number {
  const token = /^(?:[\p{L}\p{N}_$.]*[\p{L}\p{N}_$]|"[^"\n]*"|'[^'\n]*')/u.exec(text.slice(offset, offset + 200));
  return offset + Math.max(1, token?.[0].length ?? 1);
}

/** PostgreSQL counts characters; JavaScript counts UTF-16 units. */
export function offsetOfCharacter(text: string, characters: number): number {
  let offset = 0;
  for (let count = 0; count < characters && offset < text.length; count += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
