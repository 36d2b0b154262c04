import type { Node } from 'libpg-query';
import { memberOf, visitAll } from './member-of.ts';

/** The roles that a statement names anywhere, `current_user`, `public` and their like aside. */
export function namedRoles(tree: Node): readonly string[] {
  const names = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name === 'string' && !reserved.test(name)) names.add(name);
  };
  visitAll(tree, (node) => {
    if (memberOf(node, 'roletype') === 'ROLESPEC_CSTRING') add(memberOf(node, 'rolename'));
  });
  if ('CreateRoleStmt' in tree) add(tree.CreateRoleStmt.role);
  if ('RenameStmt' in tree && tree.RenameStmt.renameType === 'OBJECT_ROLE') add(tree.RenameStmt.newname);
  add(roleThatIsSet(tree));
  return [...names];
}

/** What PostgreSQL makes itself has this prefix, and nobody else may use it. */
const reserved = /^pg_/;

/** `SET ROLE` and `SET SESSION AUTHORIZATION` name a role as the value of a setting. */
export function roleThatIsSet(tree: Node): string | null {
  if (!('VariableSetStmt' in tree) || tree.VariableSetStmt.kind !== 'VAR_SET_VALUE') return null;
  const { name, args } = tree.VariableSetStmt;
  if (name !== 'role' && name !== 'session_authorization') return null;
  const value = memberOf(memberOf(memberOf(args?.[0], 'A_Const'), 'sval'), 'sval');
  return typeof value === 'string' && value !== 'none' ? value : null;
}
