import type { Node } from 'libpg-query';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import { nameOf, type Token } from './tokens.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/*
 * The embedded PostgreSQL is built without LZ4. Columns say that they have it, so that definitions come out as they are;
 * while a statement runs that could compress a value or make a column like another one, they have pglz.
 */

export function treatCompression(
  tree: Node,
  text: string,
  tokens: () => readonly Token[],
  hasCompression: boolean,
): Treatment | null {
  if ('VariableSetStmt' in tree) return treatDefault(tree.VariableSetStmt, text);
  const edits = saysLz4.test(text) ? tokens().flatMap(withPglz) : [];
  if (edits.length === 0) return hasCompression && mayCompress(tree, text) ? aroundCompression : null;
  return { ...aroundCompression, edits, notes: [compressionNote] };
}

const saysLz4 = /\bcompression\b[^;]*\blz4\b/i;

const aroundCompression: Treatment = {
  ...asItStands,
  before: ['plumb_shadow.take_compression()'],
  after: ['plumb_shadow.give_compression()'],
};

function withPglz(token: Token, index: number, all: readonly Token[]): Treatment['edits'] {
  const method = all[index + 1];
  if (token.word !== 'compression' || method === undefined || nameOf(method) !== 'lz4') return [];
  return [{ start: method.start, end: method.end, text: 'pglz' }];
}

/** All but what only says how the session goes on, and what gives a column that is there pglz. */
function mayCompress(tree: Node, text: string): boolean {
  if ('AlterTableStmt' in tree) return !/\bcompression\s+pglz\b/i.test(text);
  return !('TransactionStmt' in tree || 'VariableSetStmt' in tree || 'CommentStmt' in tree || 'GrantStmt' in tree);
}

function treatDefault(
  { name, kind, args }: Extract<Node, { VariableSetStmt: unknown }>['VariableSetStmt'],
  text: string,
): Treatment | null {
  if (kind !== 'VAR_SET_VALUE' || name?.toLowerCase() !== 'default_toast_compression') return null;
  const value = memberOf(memberOf(memberOf(args?.[0], 'A_Const'), 'sval'), 'sval');
  return String(value).toLowerCase() === 'lz4' ? leaveOut(text, compressionNote) : null;
}

const compressionNote = note(
  'A way of compression was stood in for',
  'compression lz4: columns show it on the shadow, where values are compressed by pglz',
  'The embedded PostgreSQL is built without LZ4.',
  ['lz4'],
);
