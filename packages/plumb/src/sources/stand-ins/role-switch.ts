import type { Node } from 'libpg-query';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { superuser } from '../../postgres/embedded/cluster-files.ts';
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
export function treatGuestRoleSwitch(tree: Node, text: string): Treatment | null {
  if (!('VariableSetStmt' in tree)) return null;
  const { name, is_local } = tree.VariableSetStmt;
  if (name !== 'role' && name !== 'session_authorization') return null;
  const role = roleThatIsSet(tree) ?? superuser;
  return {
    ...asItStands,
    edits: [{ start: 0, end: text.length, text: `SET ${is_local ? 'LOCAL ' : ''}ROLE ${escapeIdentifier(role)}` }],
    before: role === superuser ? [] : [`plumb_shadow.take_database(${escapeLiteral(role)})`],
  };
}
