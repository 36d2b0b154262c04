import { qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { readTables } from './read-tables.ts';
import type { TableFacts } from './table-facts.ts';

export { tableId } from './table-facts.ts';

export default defineKind<TableFacts>({
  id: 'table',
  rank: 60,

  read: readTables,

  phrase: ({ facts }) => `TABLE ${nameOf(facts)}`,

  occupies: ({ facts }) => [`relation ${nameOf(facts)}`, `type ${nameOf(facts)}`],

  create: ({ facts }) => [statement(`CREATE TABLE ${nameOf(facts)} ()`)],

  drop: ({ facts }) => [statement(`DROP TABLE ${nameOf(facts)}`)],

  alter: () => ({ statements: [] }),
});

function nameOf({ schema, name }: TableFacts): string {
  return qualified(schema, name);
}
