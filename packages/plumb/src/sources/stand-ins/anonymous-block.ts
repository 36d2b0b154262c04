import { type Node, parseSync } from 'libpg-query';
import { clusterNote } from './cluster-statements.ts';
import type { Edit } from './edits.ts';
import { memberOf } from './member-of.ts';
import { namedRoles } from './named-roles.ts';
import { note } from './note.ts';
import { type Token, tokensOf } from './tokens.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/*
 * `DO $$ BEGIN CREATE ROLE app LOGIN; END $$` is how scripts make roles that may be there already. In the block, what
 * concerns the whole cluster becomes NULL, which does nothing in PL/pgSQL.
 */

export function treatAnonymousBlock(tree: Node, text: string, tokens: () => readonly Token[]): Treatment | null {
  const block = blockOf(tree);
  if (block === null) return null;
  if (block.language !== 'plpgsql') {
    return leaveOut(
      text,
      note(
        'Left out on the shadow',
        `DO in ${block.language}: left out on the shadow`,
        'The shadow has a stand-in for this language, which runs none of its code.',
        [block.language],
      ),
    );
  }
  if (!mentionsCluster.test(block.body)) return null;
  const body = tokens().find(({ text: quoted }) => quoted.startsWith('$') && quoted.includes(block.body));
  if (body === undefined) return null;
  const start = body.start + body.text.indexOf(block.body);
  const found = clusterStatementsOf(block.body);
  return {
    ...asItStands,
    edits: found.map(({ edit }) => ({ ...edit, start: start + edit.start, end: start + edit.end })),
    notes: found.flatMap(({ tree: inner }) => clusterNote(inner) ?? []),
  };
}

/** The roles that a block names, those that it makes only sometimes among them. */
export function rolesInBlock(tree: Node): readonly string[] {
  const block = blockOf(tree);
  if (block === null || !mentionsRoles.test(block.body)) return [];
  return statementsOf(block.body)
    .filter(({ tree: inner }) => !('DropRoleStmt' in inner))
    .flatMap(({ tree: inner }) => namedRoles(inner));
}

const mentionsCluster = /\b(role|user|group|database|system|tablespace|grant|revoke|label)\b/i;
const mentionsRoles = /\b(role|user|group|owner|to|from|for|authorization)\b/i;

interface Block {
  readonly body: string;
  readonly language: string;
}

function blockOf(tree: Node): Block | null {
  if (!('DoStmt' in tree)) return null;
  const options = new Map(
    (tree.DoStmt.args ?? []).map((option) => {
      const element = memberOf(option, 'DefElem');
      return [memberOf(element, 'defname'), memberOf(memberOf(memberOf(element, 'arg'), 'String'), 'sval')];
    }),
  );
  return { body: String(options.get('as') ?? ''), language: String(options.get('language') ?? 'plpgsql') };
}

interface InnerStatement {
  readonly tree: Node;
  readonly edit: Edit;
}

function clusterStatementsOf(body: string): readonly InnerStatement[] {
  return statementsOf(body).filter(({ tree }) => 'CreateRoleStmt' in tree || clusterNote(tree) !== null);
}

const verbs = new Set([
  'create',
  'alter',
  'drop',
  'grant',
  'revoke',
  'comment',
  'security',
  'execute',
  'set',
  'reassign',
]);
const openers = new Set([';', 'begin', 'then', 'else', 'loop', '>>']);

/** The statements of a body that may name roles, also those that it executes as a constant. */
function statementsOf(body: string): readonly InnerStatement[] {
  const tokens = tokensOf(body);
  return tokens.flatMap((token, index) => {
    if (!verbs.has(token.word) || !openers.has(tokens[index - 1]?.word ?? '')) return [];
    const semicolon = tokens.slice(index).find(({ text }) => text === ';');
    if (semicolon === undefined) return [];
    const constant = token.word === 'execute' ? constantOf(tokens[index + 1], tokens[index + 2]) : null;
    if (token.word === 'execute' && constant === null) return [];
    const tree = treeOf(constant ?? body.slice(token.start, semicolon.start));
    return tree === null ? [] : [{ tree, edit: { start: token.start, end: semicolon.start, text: 'NULL' } }];
  });
}

function constantOf(token: Token | undefined, next: Token | undefined): string | null {
  if (token === undefined || next?.text !== ';') return null;
  if (token.text.startsWith("'")) return token.text.slice(1, -1).replaceAll("''", "'");
  return /^(\$\w*\$)([\s\S]*)\1$/.exec(token.text)?.[2] ?? null;
}

function treeOf(text: string): Node | null {
  try {
    const statements = parseSync(text).stmts ?? [];
    return statements.length === 1 ? (statements[0]?.stmt ?? null) : null;
  } catch {
    // variables stand where SQL wants names; the server says what it is
    return null;
  }
}
