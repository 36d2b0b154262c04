import type { Node } from 'libpg-query';
import { escapeIdentifier } from 'pg';
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
