import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { relationsOf } from '../relations.ts';
import { statement } from '../statement.ts';
import { constraintsLeftBy, foreignKeysForPlace } from './constraint/inherited-constraints.ts';
import { attach, hasDefaultPartition, type PartitionFacts, partitionId } from './table/partition-facts.ts';

export { partitionId } from './table/partition-facts.ts';

/** A table's place among partitions is an object beside the table, so that the table can leave it and come back. */
export default defineKind<PartitionFacts>({
  id: 'partition',
  rank: 65,

  async read(reader) {
    const relations = await relationsOf(reader);
    const bounds = new Map((await reader.lean(partitions)).map(([oid, text]) => [oid, text]));
    for (const relation of relations.values()) {
      const [parentOid] = relation.parents;
      const parent = parentOid === undefined ? undefined : relations.get(parentOid);
      if (!relation.isPartition || parent === undefined) continue;
      const { schema, name, kind } = relation;
      const id = partitionId(schema, name);
      const facts: PartitionFacts = {
        schema,
        name,
        relation: kind,
        parent: qualified(parent.schema, parent.name),
        bounds: bounds.get(relation.oid) ?? '',
      };
      reader.add({ id, kind: 'partition', parent: objectId(kind, [schema, name]), facts });
      reader.need(id, objectId(parent.kind, [parent.schema, parent.name]));
    }
  },

  phrase: ({ facts }) => `TABLE ${qualified(facts.schema, facts.name)}`,

  folds: () => true,

  // Bounds may overlap with those of a partition that goes, so that all go before any comes.
  occupies: ({ facts }) => [`partitions of ${facts.parent}`],

  create: ({ facts, parent }, context) => [
    ...(context.stays(parent ?? '') ? foreignKeysForPlace(parent ?? '', `table ${facts.parent}`, context) : []),
    attach(facts, context),
  ],

  drop({ facts, parent }, context) {
    const sql = `ALTER TABLE ${facts.parent} DETACH PARTITION ${qualified(facts.schema, facts.name)}`;
    const goesOn =
      context.online && context.stays(`table ${facts.parent}`) && !hasDefaultPartition(facts.parent, context);
    return [
      goesOn ? statement(`${sql} CONCURRENTLY`, { run: 'outside' }) : statement(sql),
      ...constraintsLeftBy(parent ?? '', `table ${facts.parent}`, context),
    ];
  },

  alter: () => ({ replace: "PostgreSQL can't change the bounds of a partition where it is" }),
});

const partitions = `
  select c.oid, pg_catalog.pg_get_expr(c.relpartbound, c.oid)
  from pg_catalog.pg_class as c
  where c.relispartition and c.relkind in ('r', 'p', 'f')
`;
