import { objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { relationsOf } from '../relations.ts';
import { statement } from '../statement.ts';
import { constraintsLeftBy, foreignKeysForPlace } from './constraint/inherited-constraints.ts';
import { dropBoundsCheck } from './table/bounds-check.ts';
import { attach, hasDefaultPartition, type PartitionFacts, partitionId } from './table/partition-facts.ts';
import { partitionKeyColumns } from './table/read-tables.ts';

/** A table's place among partitions is an object beside the table, so that the table can leave it and come back. */
export default defineKind<PartitionFacts>({
  id: 'partition',
  rank: 65,
  catalog: 'pg_class',
  where: 'relispartition',

  async read(reader) {
    const relations = await relationsOf(reader);
    const keys = await partitionKeyColumns(reader, relations);
    const identities = new Set(
      reader.major < 17 || keys.size === 0
        ? []
        : (await reader.rows<{ oid: number }>(identityTables)).map(({ oid }) => oid),
    );
    const bounds = new Map((await reader.gathered<Bounds>(partitions)).map(({ oid, text }) => [oid, text]));
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
      // An identity only comes to a partition with its place: those below must take theirs after it.
      if (parent.isPartition && identities.has(parent.oid)) reader.need(id, partitionId(parent.schema, parent.name));
      // Its bounds are values of the types by which the table is partitioned: new labels of an enum.
      for (const { typeOid } of keys.get(parent.oid) ?? []) {
        const type = reader.at({ catalog: 'pg_type', oid: typeOid });
        if (type !== undefined) reader.need(id, type);
      }
    }
  },

  phrase: ({ facts }) => `TABLE ${qualified(facts.schema, facts.name)}`,

  // A table that was there before gets its indexes first, and then its place.
  folds: ({ parent, facts }, _table, { from, stays }) =>
    !from.objects.has(parent ?? '') || !stays(`table ${facts.parent}`),

  // Bounds may overlap with those of a partition that goes, so that all go before any comes.
  occupies: ({ facts }) => [`partitions of table ${facts.parent}`],

  create: ({ facts, parent }, context) => [
    ...(context.stays(parent ?? '') ? foreignKeysForPlace(parent ?? '', `table ${facts.parent}`, context) : []),
    attach(facts, context),
  ],

  drop({ facts, parent }, context) {
    const table = parent ?? '';
    if (!context.stays(table)) {
      // One that is put aside must make room; others go with what they are a part of.
      const makesRoom = context.to.objects.has(table) && context.stays(`table ${facts.parent}`);
      return makesRoom ? [statement(detach(facts))] : [];
    }
    const left = constraintsLeftBy(table, `table ${facts.parent}`, context);
    const sql = detach(facts);
    const goesOn =
      context.online && context.stays(`table ${facts.parent}`) && !hasDefaultPartition(facts.parent, context);
    if (!goesOn) return [statement(sql), ...left];
    return [statement(`${sql} CONCURRENTLY`, { run: 'outside' }), dropBoundsCheck(facts, context), ...left];
  },

  alter: () => ({ replace: "PostgreSQL can't change the bounds of a partition where it is" }),
});

function detach({ schema, name, parent }: PartitionFacts): string {
  return `ALTER TABLE ${parent} DETACH PARTITION ${qualified(schema, name)}`;
}

const identityTables = `
  select distinct a.attrelid as oid
  from pg_catalog.pg_attribute as a
  where a.attidentity <> '' and a.attnum > 0
`;

interface Bounds {
  readonly oid: number;
  readonly text: string;
}

const partitions = `
  select json_agg(c.oid::bigint) as oid, json_agg(pg_catalog.pg_get_expr(c.relpartbound, c.oid)) as text
  from pg_catalog.pg_class as c
  where c.relispartition and c.relkind in ('r', 'p', 'f')
`;
