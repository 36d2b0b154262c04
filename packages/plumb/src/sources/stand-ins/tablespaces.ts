import type { Node } from 'libpg-query';
import type { Edit } from './edits.ts';
import { memberOf, visitAll } from './member-of.ts';
import { note } from './note.ts';
import { nameOf, type Token } from './tokens.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/** A shadow's server has the tablespaces that initdb makes, so everything lies in the default one. */
export function treatTablespaces(tree: Node, text: string, tokens: () => readonly Token[]): Treatment | null {
  if ('VariableSetStmt' in tree) return treatDefault(tree.VariableSetStmt, text);
  const names = tablespacesOf(tree);
  if (names.size === 0) return null;
  const edits = tokens().flatMap((token, index, all) => {
    const next = all[index + 1];
    if (token.word !== 'tablespace' || next === undefined || !names.has(nameOf(next))) return [];
    return [withoutTablespace(index, all, next)];
  });
  const notes = [...names].map((name) => tablespaceNote(name));
  return { ...asItStands, edits, notes };
}

function tablespacesOf(tree: Node): Set<string> {
  const names = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name === 'string' && name !== '' && name !== 'pg_default') names.add(name);
  };
  visitAll(tree, (node) => {
    for (const key of ['tablespacename', 'tableSpace', 'tableSpaceName', 'indexspace']) add(memberOf(node, key));
    if (memberOf(node, 'subtype') === 'AT_SetTableSpace') add(memberOf(node, 'name'));
  });
  return names;
}

function withoutTablespace(index: number, all: readonly Token[], name: Token): Edit {
  const [before, earlier] = [all[index - 1], all[index - 2]];
  if (before?.word === 'set') return { start: name.start, end: name.end, text: 'pg_default' };
  const first = before?.word === 'index' && earlier?.word === 'using' ? earlier : all[index];
  return { start: first?.start ?? name.start, end: name.end, text: '' };
}

function treatDefault(
  { name, kind, args }: Extract<Node, { VariableSetStmt: unknown }>['VariableSetStmt'],
  text: string,
): Treatment | null {
  if (kind !== 'VAR_SET_VALUE' || (name !== 'default_tablespace' && name !== 'temp_tablespaces')) return null;
  const value = memberOf(memberOf(memberOf(args?.[0], 'A_Const'), 'sval'), 'sval');
  if (typeof value !== 'string' || value === '' || value === 'pg_default') return null;
  return leaveOut(text, tablespaceNote(value));
}

function tablespaceNote(name: string): ReturnType<typeof note> {
  return note(
    'A tablespace was left out',
    `tablespace ${name}: left out on the shadow, where everything lies in the default tablespace`,
    'Tablespaces are folders of a machine, which the shadow does not have.',
    [name],
  );
}
