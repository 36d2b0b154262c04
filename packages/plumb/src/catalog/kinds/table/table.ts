import { identifier, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { alterTable } from './alter-table.ts';
import { identitySequencesAside, isMadeAnew, lostWith } from './carry-rows.ts';
import { createTable, tableName } from './create-table.ts';
import { readTables } from './read-tables.ts';
import { tableRenaming } from './rename-table.ts';
import type { TableFacts } from './table-facts.ts';

export default defineKind<TableFacts>({
  id: 'table',
  rank: 60,

  renaming: tableRenaming,

  read: readTables,

  phrase: ({ facts }) => `TABLE ${tableName(facts)}`,

  occupies: ({ facts }) => [`relation ${tableName(facts)}`, `type ${tableName(facts)}`],

  // The rows of a table that is made anew can only be carried over when its partitions are there.
  folds: ({ facts }, parent, context) => facts.partitionOf !== null && isMadeAnew(parent.id, context),

  create: createTable,

  drop({ facts }) {
    const table = tableName(facts);
    const message = `The table ${table} is dropped with all of its rows.`;
    return [statement(`DROP TABLE ${table}`, { hazards: [{ kind: 'data-loss', message, objects: [table] }] })];
  },

  alter: alterTable,

  putAside: (object, context) => [
    statement(`ALTER TABLE ${tableName(object.facts)} RENAME TO ${identifier(context.asideName(object))}`),
    ...identitySequencesAside(object, context),
  ],

  dropAside: (object, context) => [
    statement(`DROP TABLE ${qualified(object.facts.schema, context.asideName(object))}`, {
      hazards: lostWith(object, context),
    }),
  ],
});
