import { locationAt } from '@pgplumb/migrate/sql';
import { loadModule, type ScanToken, scanSync } from 'libpg-query';
import { parsePath } from '../../../catalog/identifier.ts';
import type { Location } from '../../../contract/finding.ts';
import type { SqlSource } from '../../../sql/source.ts';
import { splitStatements } from '../../../sql/split-statements.ts';
import { type Anchor, anchorsOf, type Named } from './anchors.ts';

/** A comment `-- plumb:was name` in a schema, and what it stands at. */
export interface WasComment extends Named {
  /** What it was called: a name, or a path where it was somewhere else. */
  readonly was: readonly string[];
  readonly location: Location;
}

export interface FoundComments {
  readonly comments: readonly WasComment[];
  /** Comments that stand at nothing that can be renamed, or name nothing. */
  readonly misplaced: readonly Location[];
}

const word = 'plumb:was';

/** Finds the comments in the SQL of a schema by which people say how something was called before. */
export async function findWasComments(files: readonly SqlSource[]): Promise<FoundComments> {
  const comments: WasComment[] = [];
  const misplaced: Location[] = [];
  for (const file of files) {
    if (!file.text.includes(word)) continue;
    await loadModule();
    for (const found of await commentsOf(file)) {
      if ('name' in found) comments.push(found);
      else misplaced.push(found.location);
    }
  }
  return { comments, misplaced };
}

async function commentsOf(file: SqlSource): Promise<readonly (WasComment | { readonly location: Location })[]> {
  const { statements } = await splitStatements(file);
  const tokens = tokensOf(file.text);
  if (statements === null || tokens === null) return [];
  const placed = statements.map(({ text, start }) => ({
    end: start + text.length,
    anchors: anchorsOf(text, start),
  }));
  return tokens.flatMap((token, index) => {
    const said = saidBy(token);
    if (said === null) return [];
    const location = locationAt(file, token.start, token.end);
    const was = parsePath(said);
    const named = anchorOf(index, tokens, file.text, placed)?.named ?? null;
    return was === null || named === null ? { location } : { ...named, was, location };
  });
}

interface Placed {
  readonly end: number;
  readonly anchors: readonly Anchor[];
}

/** What a comment stands behind on its line, or else before. */
function anchorOf(
  index: number,
  tokens: readonly Token[],
  text: string,
  statements: readonly Placed[],
): Anchor | undefined {
  const at = tokens[index]?.start ?? 0;
  const code = (token: Token): boolean => !token.isComment;
  const before = tokens.slice(0, index).findLast(code);
  const after = tokens.slice(index + 1).find(code);
  const sameLine = (from: number, to: number): boolean => !/[\r\n]/.test(text.slice(from, to));
  const isBehind = before !== undefined && sameLine(before.end, at);
  const isBefore = after !== undefined && sameLine(at, after.start) && /[,(]/.test(before?.text ?? '');
  if (!isBehind || isBefore) {
    return statements.find(({ end }) => end > at)?.anchors.find(({ start }) => start > at);
  }
  if (before.text === ';') return statements.findLast(({ end }) => end <= before.start)?.anchors[0];
  return statements.find(({ end }) => end >= before.end)?.anchors.findLast(({ start }) => start < at);
}

type Token = Pick<ScanToken, 'start' | 'end' | 'text'> & { readonly isComment: boolean };

/** The scanner counts bytes of UTF-8. Null where it can't read the text: a newer server may. */
function tokensOf(text: string): readonly Token[] | null {
  try {
    const bytes = Buffer.from(text);
    let atByte = 0;
    let offset = 0;
    const at = (byte: number): number => {
      offset += bytes.toString('utf8', atByte, byte).length;
      atByte = byte;
      return offset;
    };
    return scanSync(text).tokens.map((token) => ({
      start: at(token.start),
      end: at(token.end),
      text: token.text,
      isComment: token.tokenName === 'SQL_COMMENT' || token.tokenName === 'C_COMMENT',
    }));
  } catch {
    return null;
  }
}

/** What a comment says behind the word; null where it doesn't say the word. */
function saidBy({ isComment, text }: Token): string | null {
  if (!isComment) return null;
  const inside = text.startsWith('--') ? text.slice(2) : text.slice(2, -2);
  const [, said = null] = /^\s*plumb:was\b\s*(.*?)\s*$/s.exec(inside) ?? [];
  return said;
}
