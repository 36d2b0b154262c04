import { identifier, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import type { ColumnFacts } from './column-facts.ts';
import { readColumns } from './read-columns.ts';

export { columnId } from './column-facts.ts';

export default defineKind<ColumnFacts>({
  id: 'column',
  rank: 66,

  read: readColumns,

  phrase: ({ facts }) => `COLUMN ${qualified(facts.schema, facts.table, facts.name)}`,

  create: ({ facts }) => [
    statement(`ALTER TABLE ${qualified(facts.schema, facts.table)} ADD COLUMN ${identifier(facts.name)} ${facts.type}`),
  ],

  drop: ({ facts }) => [
    statement(`ALTER TABLE ${qualified(facts.schema, facts.table)} DROP COLUMN ${identifier(facts.name)}`),
  ],

  alter: () => ({ statements: [] }),
});
