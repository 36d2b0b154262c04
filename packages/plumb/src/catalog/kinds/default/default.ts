import { identifier, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import type { DefaultFacts } from './default-facts.ts';
import { readDefaults } from './read-defaults.ts';

export { defaultId } from './default-facts.ts';

export default defineKind<DefaultFacts>({
  id: 'default',
  rank: 68,

  read: readDefaults,

  phrase: ({ facts }) => `DEFAULT ${qualified(facts.schema, facts.table, facts.column)}`,

  create: ({ facts }) => [setDefault(facts, facts.expression)],

  drop: ({ facts }) => [setDefault(facts, null)],

  alter: (_, { facts }) => ({ statements: [setDefault(facts, facts.expression)] }),
});

function setDefault(facts: DefaultFacts, expression: string | null): ReturnType<typeof statement> {
  const table = `ALTER ${facts.relation === 'table' ? 'TABLE' : 'FOREIGN TABLE'} ${qualified(facts.schema, facts.table)}`;
  const change = expression === null ? 'DROP DEFAULT' : `SET DEFAULT ${expression}`;
  return statement(`${table} ALTER COLUMN ${identifier(facts.column)} ${change}`);
}
