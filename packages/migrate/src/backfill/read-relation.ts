import type { Word } from './words.ts';

/** A table as a statement names it. */
export interface Relation {
  /** As it is written, perhaps with its schema. */
  readonly name: string;
  /** Without the tables that inherit from it. */
  readonly only: boolean;
  /** What its columns are qualified with: its alias, or its own name. */
  readonly reference: string;
  /** The words behind it. */
  readonly rest: readonly Word[];
}

/** Reads `[ONLY] schema.table [*] [[AS] alias]`; null where something else stands there. */
export function readRelation(words: readonly Word[], notAliases: readonly string[]): Relation | null {
  const only = words[0]?.word === 'only';
  let rest = only ? words.slice(1) : words;
  const closed = only && rest[0]?.text === '(';
  if (closed) rest = rest.slice(1);
  const parts: string[] = [];
  for (;;) {
    const [name, dot] = rest;
    if (name === undefined || !isName(name)) return null;
    parts.push(name.text);
    rest = rest.slice(dot?.text === '.' ? 2 : 1);
    if (dot?.text !== '.') break;
  }
  if (closed) {
    if (rest[0]?.text !== ')') return null;
    rest = rest.slice(1);
  }
  if (rest[0]?.text === '*') rest = rest.slice(1);
  const own = { name: parts.join('.'), only, reference: parts.at(-1) ?? '' };
  const isAs = rest[0]?.word === 'as';
  const alias = isAs ? rest[1] : rest[0];
  if (alias === undefined || !isName(alias) || (!isAs && notAliases.includes(alias.word))) return { ...own, rest };
  return { ...own, reference: alias.text, rest: rest.slice(isAs ? 2 : 1) };
}

export function isName({ word, text }: Word): boolean {
  return word !== '' || text.startsWith('"');
}
