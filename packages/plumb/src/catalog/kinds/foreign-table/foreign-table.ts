import { qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { foreignOptionChanges } from '../column/foreign-options.ts';
import { lineChanges } from '../table/alter-table.ts';
import { joining, leaving } from '../table/join-parents.ts';
import { createForeignTable } from './create-foreign-table.ts';
import type { ForeignTableFacts } from './foreign-table-facts.ts';
import { readForeignTables } from './read-foreign-tables.ts';

export default defineKind<ForeignTableFacts>({
  id: 'foreign-table',
  rank: 64,

  read: readForeignTables,

  phrase: ({ facts }) => `FOREIGN TABLE ${nameOf(facts)}`,

  occupies: ({ facts }) => [`relation ${nameOf(facts)}`, `type ${nameOf(facts)}`],

  create: createForeignTable,

  drop: ({ facts }) => [statement(`DROP FOREIGN TABLE ${nameOf(facts)}`)],

  alter({ facts: from }, after, context) {
    const { facts: to } = after;
    if (from.server !== to.server) return { replace: "PostgreSQL can't lead a foreign table to another server" };
    const options = foreignOptionChanges(from.options, to.options);
    return {
      statements: [
        ...joining(after, context),
        ...lineChanges({ ...from, ofType: null }, { ...to, ofType: null }),
        ...leaving(after, context),
        ...(options === null ? [] : [statement(`ALTER FOREIGN TABLE ${nameOf(to)} OPTIONS (${options})`)]),
      ],
    };
  },
});

function nameOf({ schema, name }: ForeignTableFacts): string {
  return qualified(schema, name);
}
