import type { Node } from 'libpg-query';

/** The roles that SQL names anywhere in its tree, `current_user`, `public` and their like aside. */
export function namedRoles(trees: readonly (Node | null)[]): readonly string[] {
  const names = new Set<string>();
  for (const tree of trees) collect(tree, names);
  return [...names].sort();
}

/** What PostgreSQL makes itself has this prefix, and nobody else may use it. */
const reserved = /^pg_/;

function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names);
    return;
  }
  if ('roletype' in value && 'rolename' in value && value.roletype === 'ROLESPEC_CSTRING') add(value.rolename, names);
  if ('VariableSetStmt' in value) add(roleThatIsSet(value.VariableSetStmt), names);
  if ('CreateRoleStmt' in value) add(memberOf(value.CreateRoleStmt, 'role'), names);
  for (const key in value) collect(memberOf(value, key), names);
}

function add(name: unknown, names: Set<string>): void {
  if (typeof name === 'string' && !reserved.test(name) && name !== 'none') names.add(name);
}

/** `SET ROLE` and `SET SESSION AUTHORIZATION` name a role as the value of a setting. */
export function roleThatIsSet(statement: unknown): string | null {
  const setting = memberOf(statement, 'name');
  if (setting !== 'role' && setting !== 'session_authorization') return null;
  const args = memberOf(statement, 'args');
  const value = memberOf(memberOf(memberOf(Array.isArray(args) ? args[0] : null, 'A_Const'), 'sval'), 'sval');
  return typeof value === 'string' && value !== 'none' ? value : null;
}

export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}
