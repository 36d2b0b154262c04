import { offsetOfCharacter } from '@pgplumb/migrate/sql';
import { hasSqlDetails, loadModule, type Node, parseSync, scanSync } from 'libpg-query';
import type { SqlSource } from './source.ts';

/** One statement of a source, without the semicolon behind it. */
export interface Statement {
  readonly source: SqlSource;
  readonly start: number;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** What PostgreSQL's parser makes of it; null when it can make nothing of it, though a newer server may. */
  readonly tree: Node | null;
}

/** What PostgreSQL's parser refuses. */
export interface SyntaxFault {
  readonly source: SqlSource;
  readonly offset: number;
  readonly message: string;
}

export type Split =
  | { readonly statements: readonly Statement[] }
  | { readonly statements: null; readonly fault: SyntaxFault };

/**
 * Takes SQL apart into its statements with PostgreSQL's own parser. Where the parser refuses, its scanner finds the
 * semicolons between statements.
 */
export async function splitStatements(source: SqlSource): Promise<Split> {
  await loadModule();
  if (source.text.trim() === '') return { statements: [] };
  const parsed = tryParse(source, source.text);
  if (!('message' in parsed)) return { statements: placed(source, parsed) };
  const ends = tryScan(source.text);
  if (ends === null) return { statements: null, fault: parsed };
  return { statements: placed(source, pieces(source, ends)) };
}

/** Has the parser ready before it is wanted: its first statement takes a hundred times as long as those after it. */
export async function readyParser(): Promise<void> {
  await loadModule();
  parseSync('SELECT 1');
}

type Piece = Pick<Statement, 'start' | 'text' | 'tree'>;

function tryParse(source: SqlSource, text: string): readonly Piece[] | SyntaxFault {
  try {
    return parse(text);
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    const offset = offsetOfCharacter(text, error.sqlDetails?.cursorPosition ?? 0);
    return { source, offset, message: error.message };
  }
}

/** The parser counts bytes of UTF-8. */
function parse(text: string): readonly Piece[] {
  const bytes = Buffer.from(text);
  let atByte = 0;
  let start = 0;
  return (parseSync(text).stmts ?? []).map(({ stmt, stmt_location: location = 0, stmt_len: length }) => {
    start += bytes.toString('utf8', atByte, location).length;
    atByte = location;
    const statement = bytes.toString('utf8', location, length === undefined ? bytes.length : location + length);
    return { start, text: statement.trimEnd(), tree: stmt ?? null };
  });
}

function pieces(source: SqlSource, ends: readonly number[]): readonly Piece[] {
  const { text } = source;
  return [...ends, text.length].flatMap((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    const piece = text.slice(from, end);
    const parsed = piece.trim() === '' ? [] : tryParse(source, piece);
    if (!('message' in parsed)) return parsed.map((each) => ({ ...each, start: from + each.start }));
    const start = from + piece.length - piece.trimStart().length;
    return [{ start, text: piece.trim(), tree: null }];
  });
}

function placed(source: SqlSource, found: readonly Piece[]): readonly Statement[] {
  let line = 1;
  let counted = 0;
  return found.map((piece) => {
    line += source.text.slice(counted, piece.start).split(/\r\n|\n|\r/).length - 1;
    counted = piece.start;
    return { source, line, ...piece };
  });
}

/** Offsets of the semicolons between statements: those in parentheses (rules) and in BEGIN ATOMIC bodies are not. */
function tryScan(text: string): readonly number[] | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const bytes = Buffer.from(text);
  const ends: number[] = [];
  let parentheses = 0;
  let blocks = 0;
  let before = '';
  for (const token of tokens) {
    const word = token.text.toLowerCase();
    if (word === '(') parentheses += 1;
    else if (word === ')') parentheses -= 1;
    else if ((word === 'atomic' && before === 'begin') || (word === 'case' && blocks > 0)) blocks += 1;
    else if (word === 'end' && blocks > 0) blocks -= 1;
    else if (word === ';' && blocks === 0 && parentheses <= 0) {
      ends.push(bytes.toString('utf8', 0, token.start).length);
      parentheses = 0;
    }
    before = word;
  }
  return ends;
}

/** Null where even words can't be told apart: a quote or a comment that never ends. */
function tokensOf(text: string): readonly { readonly text: string; readonly start: number }[] | null {
  try {
    return scanSync(text).tokens;
  } catch {
    return null;
  }
}
