import { defineKind } from '../kind.ts';
import type { GrantFacts } from './grant/grant-facts.ts';
import { readGrants } from './grant/read-grants.ts';
import { grantStatements } from './grant/write-grants.ts';

/** Rights on what PostgreSQL or an extension made, where they aren't as they were then. */
export default defineKind<GrantFacts>({
  id: 'built-in-grant',
  rank: 222,
  onlyWhereStated: true,

  read: (reader) => readGrants(reader, 'built-in-grant'),

  phrase: ({ facts }) => `RIGHTS OF ${facts.role} ON ${facts.on}`,

  create: (object, context) => grantStatements(object, object.facts.usual, object.facts.rights, context),

  drop: (object, context) => grantStatements(object, object.facts.rights, object.facts.usual, context),

  alter: (from, to, context) => ({ statements: grantStatements(to, from.facts.rights, to.facts.rights, context) }),
});
