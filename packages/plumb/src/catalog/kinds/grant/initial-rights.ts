import type { Context } from '../../kind.ts';
import { whoRunsIt } from '../../role-name.ts';
import { isColumn } from '../column/column-facts.ts';
import { privilegesInForce } from '../default-privilege/default-privilege-facts.ts';
import type { Grant } from './grant-facts.ts';
import { type Rights, unitedRights } from './privileges.ts';

/** What the role may do before anything is granted or revoked: default privileges hold for what is new. */
export function initialRights({ facts, parent }: Grant, context: Context): Rights {
  const { grantable, schema, role, isOwner, by, column, usual } = facts;
  if (by !== null || column !== null || parent === null || !isNew(parent, facts.grantable, context)) return usual;
  const inForce = privilegesInForce(context.from);
  const rightsOf = (name: string): Rights => inForce.rights(grantable, schema, name);
  // whoever makes it is its first owner, and hands on all that he has
  if (isOwner) return role === whoRunsIt ? rightsOf(role) : unitedRights(rightsOf(whoRunsIt), rightsOf(role));
  return role === whoRunsIt ? {} : rightsOf(role);
}

function isNew(parent: string, grantable: string, context: Context): boolean {
  if (!context.stays(parent)) return true;
  const before = context.from.objects.get(parent);
  return grantable === 'sequence' && before !== undefined && isColumn(before) && before.facts.identity === null;
}
