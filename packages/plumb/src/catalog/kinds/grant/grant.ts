import { defineKind } from '../../kind.ts';
import type { GrantFacts } from './grant-facts.ts';
import { initialRights } from './initial-rights.ts';
import { readGrants } from './read-grants.ts';
import { grantsByDefault, unsaidGrants } from './unsaid-grants.ts';
import { grantStatements } from './write-grants.ts';

export default defineKind<GrantFacts>({
  id: 'grant',
  rank: 220,
  onlyWhereStated: true,

  read: (reader) => readGrants(reader, 'grant'),

  unsaid: unsaidGrants,

  byItself: grantsByDefault,

  phrase: ({ facts }) => `RIGHTS OF ${facts.role} ON ${facts.on}`,

  // An owner's rights hide those that were granted to him; a table's hide those on its columns.
  occupies: ({ facts }) => [
    ...(facts.isOwner ? [] : [`rights of ${facts.role} on ${facts.of}`]),
    `rights of ${facts.role} on columns of ${facts.of}`,
  ],

  create: (object, context) => grantStatements(object, initialRights(object, context), object.facts.rights, context),

  drop: (object, context) => grantStatements(object, object.facts.rights, object.facts.usual, context),

  alter: (from, to, context) => ({ statements: grantStatements(to, from.facts.rights, to.facts.rights, context) }),
});
