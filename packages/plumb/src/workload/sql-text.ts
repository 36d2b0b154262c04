import type { TemplateElement } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import type { Piece } from './found-query.ts';

/** Puts a query's text together and remembers where each part stands. */
export interface SqlText {
  readonly pieces: readonly Piece[];
  readonly holes: readonly number[];
  text(): string;
  add(text: string, from: number, fileLength: number): void;
  /** Text as it stands in source code, with its escapes. */
  addEscaped(raw: string, from: number): void;
  /** Another text behind this one. */
  append(other: SqlText): void;
  /** A placeholder for an expression in the file. */
  addHole(from: number, fileLength: number): void;
}

/** `first` is the number of the first placeholder, behind those that the text has itself. */
export function sqlText(first = 1): SqlText {
  const pieces: Piece[] = [];
  const holes: number[] = [];
  let whole = '';
  let next = first;
  const add = (text: string, from: number, fileLength: number): void => {
    if (text === '') return;
    pieces.push({ at: whole.length, length: text.length, from, fileLength });
    whole += text;
  };
  return {
    pieces,
    holes,
    text: () => whole,
    add,
    addEscaped(raw, from) {
      for (const { 0: part, index } of raw.matchAll(escapes)) {
        add(part.startsWith('\\') ? unescaped(part) : part, from + index, part.length);
      }
    },
    append(other) {
      const [before, sql] = [whole.length, other.text()];
      holes.push(...other.holes.map((hole) => before + hole));
      for (const { at, length, from, fileLength } of other.pieces) add(sql.slice(at, at + length), from, fileLength);
    },
    addHole(from, fileLength) {
      // `$${n}` is a placeholder already, and a list of values stands in parentheses
      if (whole.endsWith('$')) {
        add(`${next++}`, from, fileLength);
        return;
      }
      holes.push(whole.length);
      const isList = /\bin\s*$/i.test(whole);
      add(isList ? `($${next++})` : `$${next++}`, from, fileLength);
    },
  };
}

/** A part of a template; in TypeScript the parser counts the marks around it to it, in JavaScript not. */
export function addQuasi(text: SqlText, { start, end }: TemplateElement, source: SqlSource): void {
  const written = source.text.slice(start, end);
  const [mark] = /(?:`|\$\{)$/.exec(written) ?? [''];
  const before = mark === '' ? 0 : 1;
  text.addEscaped(written.slice(before, written.length - mark.length), start + before);
}

const escapes = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|\r\n|[\s\S])|[^\\]+/gi;

const short: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };

function unescaped(part: string): string {
  const rest = part.slice(1);
  if (/^[\r\n]/.test(rest)) return '';
  const [, code] = /^[ux]\{?([0-9a-f]+)\}?$/i.exec(rest) ?? [];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  return short[rest] ?? rest;
}
