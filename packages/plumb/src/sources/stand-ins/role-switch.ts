import type { Node } from 'libpg-query';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Broker } from '../../postgres/guard/broker.ts';
import { roleThatIsSet } from './named-roles.ts';
import { asItStands, type Treatment } from './treatment.ts';

/**
 * `SET ROLE app` before CREATE TABLE: where the schema really lives, app may create things. As the owner of the shadow's
 * database it may as well, and that gives it nothing on the databases beside it.
 */
export function treatRoleSwitch(tree: Node, text: string, database: string): Treatment | null {
  const role = roleThatIsSet(tree);
  if (role === null || !('VariableSetStmt' in tree)) return null;
  const { name, is_local } = tree.VariableSetStmt;
  const back = name === 'role' ? 'ROLE NONE' : 'SESSION AUTHORIZATION DEFAULT';
  const claim = [
    `SET ${is_local ? 'LOCAL ' : ''}${back}`,
    `ALTER DATABASE ${escapeIdentifier(database)} OWNER TO ${escapeIdentifier(role)}`,
  ];
  const start = text.length - text.trimStart().length;
  return { ...asItStands, edits: [{ start, end: start, text: `${claim.join('; ')}; ` }] };
}

/**
 * The same for a guest, who can't be another user, only work as another role: what it logged in as is nobody to the
 * schema, and going back leads to the role that stands for the superuser.
 */
export function treatGuestRoleSwitch(
  tree: Node,
  text: string,
  { broker, database }: { readonly broker: Broker; readonly database: string },
  foreignRoles: ReadonlySet<string>,
): Treatment | null {
  if (!('VariableSetStmt' in tree)) return null;
  const { name, is_local } = tree.VariableSetStmt;
  if (name !== 'role' && name !== 'session_authorization') return null;
  const named = roleThatIsSet(tree);
  const role = named === null || foreignRoles.has(named) ? broker.host : named;
  const local = is_local ? 'LOCAL ' : '';
  const change = `SET ${local}ROLE ${escapeIdentifier(role)}`;
  const isBack = role === broker.host;
  const edit = (sql: string): Treatment => ({ ...asItStands, edits: [{ start: 0, end: text.length, text: sql }] });
  if (broker.asSuperuser !== null) {
    const before = isBack ? [] : [`plumb_shadow.take_database(${escapeLiteral(role)})`];
    return { ...edit(change), before };
  }
  // where nobody can make it the owner of the database, it may at least make things in it
  if (isBack) return { ...edit(change), after: ['plumb_shadow.return_schemas()'] };
  const claim = [
    `SET ${local}ROLE ${escapeIdentifier(broker.host)}`,
    `GRANT CREATE ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(role)}`,
    `SELECT plumb_shadow.lend_schemas(${escapeLiteral(role)})`,
  ];
  return edit(`${claim.join('; ')}; ${change}`);
}
