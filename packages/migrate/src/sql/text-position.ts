import type { SqlSource } from './source.ts';

/** A piece of a file, lines and columns counted from 1; the end is behind its last character. */
export interface TextLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a piece of text; offsets count UTF-16 units, as editors count columns. */
export function locationAt({ name, text }: SqlSource, start: number, end: number): TextLocation {
  const from = lineAndColumn(text, start);
  const to = lineAndColumn(text, Math.max(end, start + 1));
  return { file: name, ...from, endLine: to.line, endColumn: to.column };
}

/** `db/migrations/20250101120000_jobs.sql:3:21` */
export function locationText({ name, text }: SqlSource, offset: number): string {
  const { line, column } = lineAndColumn(text, offset);
  return `${name}:${line}:${column}`;
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return {
    line: before.split(/\r\n|\n|\r/).length,
    column: offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')),
  };
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
