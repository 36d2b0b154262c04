import { type Node, scanSync } from 'libpg-query';
import { escapeIdentifier } from 'pg';
import { type Entry, entryOf } from './entry.ts';

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What is taken out of a statement, to be added when all else is there. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly sql: string;
}

/**
 * Takes foreign keys out of CREATE TABLE, and OWNED BY out of CREATE SEQUENCE, to follow in ALTER statements, as pg_dump
 * does. The statement keeps its length, so that places in it stay right. Returns nothing where there is nothing to take out.
 */
export function splitReferences(entry: Entry): readonly Entry[] {
  const { tree, piece, script, context } = entry;
  if (tree === null) return [];
  const tokens = tokensOf(piece.text);
  const cuts =
    'CreateStmt' in tree ? foreignKeys(tree.CreateStmt, tokens, piece.text) : ownerOf(tree, tokens, piece.text);
  if (cuts.length === 0) return [];
  entry.piece = { ...piece, text: without(piece.text, cuts, tokens) };
  return cuts.map(({ from, to, sql }) =>
    entryOf({
      piece: { ...piece, text: sql },
      origin: { source: piece.source, start: piece.start + from, text: piece.text.slice(from, to) },
      script,
      context,
      tree: null,
    }),
  );
}

type CreateTable = Extract<Node, { CreateStmt: unknown }>['CreateStmt'];

function foreignKeys({ relation, tableElts }: CreateTable, tokens: readonly Token[], text: string): readonly Cut[] {
  const add = `ALTER TABLE ${qualified([relation?.schemaname, relation?.relname])} ADD `;
  return (tableElts ?? []).flatMap((element) => {
    if ('Constraint' in element) {
      const { contype, location } = element.Constraint;
      const first = contype === 'CONSTR_FOREIGN' ? tokenAt(tokens, text, location) : -1;
      if (first === -1) return [];
      const cut = spanOf(tokens, first, endOfElement(tokens, first));
      return [{ ...cut, sql: add + text.slice(cut.from, cut.to) }];
    }
    if (!('ColumnDef' in element)) return [];
    const { colname, constraints } = element.ColumnDef;
    return (constraints ?? []).flatMap((constraint) => {
      if (!('Constraint' in constraint) || constraint.Constraint.contype !== 'CONSTR_FOREIGN') return [];
      const first = tokenAt(tokens, text, constraint.Constraint.location);
      const references = tokens.findIndex(({ word }, index) => index >= first && word === 'references');
      if (first === -1 || references === -1) return [];
      const cut = spanOf(tokens, first, endOfReference(tokens, references));
      const name = constraint.Constraint.conname;
      const named = name === undefined ? '' : `CONSTRAINT ${escapeIdentifier(name)} `;
      const key = `FOREIGN KEY (${escapeIdentifier(colname ?? '')}) ${text.slice(tokens[references]?.start, cut.to)}`;
      return [{ ...cut, sql: add + named + key }];
    });
  });
}

function ownerOf(tree: Node, tokens: readonly Token[], text: string): readonly Cut[] {
  if (!('CreateSeqStmt' in tree)) return [];
  const { sequence } = tree.CreateSeqStmt;
  const first = tokens.findIndex(({ word }, index) => word === 'owned' && tokens[index + 1]?.word === 'by');
  if (first === -1 || tokens[first + 2]?.word === 'none') return [];
  const cut = spanOf(tokens, first, endOfName(tokens, first + 2));
  const name = qualified([sequence?.schemaname, sequence?.relname]);
  return [{ ...cut, sql: `ALTER SEQUENCE ${name} ${text.slice(cut.from, cut.to)}` }];
}

function qualified(parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part === undefined ? [] : escapeIdentifier(part))).join('.');
}

/** Blanks in place of what is cut out, and of the comma that parted a whole element from the others. */
function without(text: string, cuts: readonly Cut[], tokens: readonly Token[]): string {
  let left = tokens.filter(({ start, end }) => !cuts.some(({ from, to }) => start >= from && end <= to));
  for (const { from } of cuts) {
    const next = left.findIndex(({ start }) => start > from);
    const [before, after] = [left[next - 1]?.word, left[next]?.word];
    const comma = before === ',' ? next - 1 : next;
    if (left[comma]?.word === ',' && (before === ',' || before === '(') && (after === ',' || after === ')')) {
      left = left.filter((_token, index) => index !== comma);
    }
  }
  const kept = new Set(left);
  let result = text;
  for (const token of tokens.filter((each) => !kept.has(each))) {
    result = result.slice(0, token.start) + ' '.repeat(token.end - token.start) + result.slice(token.end);
  }
  return result;
}

/** The parser and its scanner count bytes of UTF-8. */
function tokensOf(text: string): readonly Token[] {
  const bytes = Buffer.from(text);
  let byte = 0;
  let at = 0;
  const offset = (target: number): number => {
    at += bytes.toString('utf8', byte, target).length;
    byte = target;
    return at;
  };
  return scanSync(text)
    .tokens.filter(({ text: word }) => !/^(?:--|\/\*)/.test(word))
    .map((token) => ({ word: token.text.toLowerCase(), start: offset(token.start), end: offset(token.end) }));
}

function tokenAt(tokens: readonly Token[], text: string, byte = 0): number {
  const start = Buffer.from(text).toString('utf8', 0, byte).length;
  return tokens.findIndex((token) => token.start === start);
}

function spanOf(tokens: readonly Token[], first: number, end: number): { readonly from: number; readonly to: number } {
  return { from: tokens[first]?.start ?? 0, to: tokens[end - 1]?.end ?? 0 };
}

/** The comma or parenthesis behind an element of CREATE TABLE. */
function endOfElement(tokens: readonly Token[], first: number): number {
  let depth = 0;
  for (let index = first; index < tokens.length; index += 1) {
    const word = tokens[index]?.word;
    if (depth === 0 && (word === ',' || word === ')')) return index;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
  }
  return tokens.length;
}

/** `REFERENCES other (id) MATCH FULL ON DELETE SET NULL (a) NOT DEFERRABLE INITIALLY IMMEDIATE NOT ENFORCED` */
function endOfReference(tokens: readonly Token[], references: number): number {
  let index = endOfList(tokens, endOfName(tokens, references + 1));
  for (;;) {
    const [word, next] = [tokens[index]?.word, tokens[index + 1]?.word];
    if (word === 'match' || word === 'initially') index += 2;
    else if (word === 'deferrable' || word === 'enforced') index += 1;
    else if (word === 'not' && (next === 'deferrable' || next === 'enforced')) index += 2;
    else if (word === 'on') {
      const action = tokens[index + 2]?.word;
      index = endOfList(tokens, index + (action === 'no' || action === 'set' ? 4 : 3));
    } else return index;
  }
}

function endOfName(tokens: readonly Token[], first: number): number {
  let index = first + 1;
  while (tokens[index]?.word === '.') index += 2;
  return index;
}

function endOfList(tokens: readonly Token[], first: number): number {
  if (tokens[first]?.word !== '(') return first;
  return tokens.findIndex(({ word }, index) => index > first && word === ')') + 1;
}
