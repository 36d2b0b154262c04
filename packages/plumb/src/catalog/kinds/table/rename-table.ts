import { identifier, qualified } from '../../identifier.ts';
import type { Renaming } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { columnsOf } from './lineage.ts';
import type { TableFacts } from './table-facts.ts';

export const tableRenaming: Renaming<TableFacts> = {
  asks: true,

  path: ({ facts }) => [facts.schema, facts.name],

  /** Half of the columns of the smaller one are in both. */
  mayBe(from, to, catalogs) {
    if ((from.facts.partitionKey === null) !== (to.facts.partitionKey === null)) return false;
    if ((from.facts.partitionOf === null) !== (to.facts.partitionOf === null)) return false;
    const [old, wanted] = [columnsOf(catalogs.from, from.id), columnsOf(catalogs.to, to.id)].map((columns) =>
      columns.map(({ facts }) => facts.name),
    );
    if (old === undefined || wanted === undefined) return false;
    return old.filter((name) => wanted.includes(name)).length * 2 >= Math.min(old.length, wanted.length);
  },

  rename([schema = '', was = ''], [newSchema = '', is = '']) {
    return [
      ...(schema === newSchema
        ? []
        : [statement(`ALTER TABLE ${qualified(schema, was)} SET SCHEMA ${identifier(newSchema)}`)]),
      ...(was === is ? [] : [statement(`ALTER TABLE ${qualified(newSchema, was)} RENAME TO ${identifier(is)}`)]),
    ];
  },
};
