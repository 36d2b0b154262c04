import { identifier, qualified } from '../../identifier.ts';
import type { Renaming } from '../../kind.ts';
import { type Hazard, statement } from '../../statement.ts';
import { columnsOf } from './lineage.ts';
import type { TableFacts } from './table-facts.ts';

export const tableRenaming: Renaming<TableFacts> = {
  asks: true,

  path: ({ facts }) => [facts.schema, facts.name],

  /** In the same schema, or of the same name, and half of the columns are in both. */
  mayBe(from, to, catalogs) {
    if (from.facts.schema !== to.facts.schema && from.facts.name !== to.facts.name) return false;
    if ((from.facts.partitionKey === null) !== (to.facts.partitionKey === null)) return false;
    if ((from.facts.partitionOf === null) !== (to.facts.partitionOf === null)) return false;
    const [old, wanted] = [columnsOf(catalogs.from, from.id), columnsOf(catalogs.to, to.id)].map((columns) =>
      columns.map(({ facts }) => facts.name),
    );
    if (old === undefined || wanted === undefined) return false;
    return old.filter((name) => wanted.includes(name)).length * 2 >= Math.max(old.length, wanted.length);
  },

  rename([schema = '', was = ''], [newSchema = '', is = '']) {
    const hazards = [unavailable([schema, was], [newSchema, is])];
    return [
      ...(schema === newSchema
        ? []
        : [statement(`ALTER TABLE ${qualified(schema, was)} SET SCHEMA ${identifier(newSchema)}`, { hazards })]),
      ...(was === is
        ? []
        : [statement(`ALTER TABLE ${qualified(newSchema, was)} RENAME TO ${identifier(is)}`, { hazards })]),
    ];
  },
};

/** Who still says the old name fails. */
export function unavailable(was: readonly string[], is: readonly string[]): Hazard {
  const [old, wanted] = [qualified(...was), qualified(...is)];
  return {
    kind: 'object-unavailable',
    message: `Whatever still says ${old} fails from here on: it is called ${wanted}.`,
    objects: [old],
  };
}
