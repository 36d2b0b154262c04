import type { Catalog } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { isConstraint } from '../constraint/constraint-facts.ts';
import type { PartitionFacts } from './partition-facts.ts';
import { isTable } from './table-facts.ts';

/**
 * DETACH PARTITION CONCURRENTLY leaves a CHECK of the bounds behind, where no other constraint implies them. It is named
 * after the column that stands in it, where that is the only one.
 */
export function dropBoundsCheck(facts: PartitionFacts, { from }: Context): Statement {
  const columns = [...new Set(keyColumns(facts.parent, from))];
  const [column = null] = columns.length === 1 ? columns : [];
  const taken = new Set(
    [...from.objects.values()]
      .filter(isConstraint)
      .filter((constraint) => constraint.facts.schema === facts.schema)
      .map((constraint) => constraint.facts.name),
  );
  let name = chosenName(facts.name, column, 'check');
  for (let number = 1; taken.has(name); number++) name = chosenName(facts.name, column, `check${number}`);
  const table = qualified(facts.schema, facts.name);
  return statement(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${identifier(name)}`);
}

/** What a table and those that it is a partition of are partitioned by. */
function keyColumns(table: string, catalog: Catalog): readonly string[] {
  const object = catalog.objects.get(`table ${table}`);
  if (object === undefined || !isTable(object)) return [];
  const { partitionKey, partitionOf } = object.facts;
  const above = partitionOf === null ? [] : keyColumns(partitionOf, catalog);
  return [...(partitionKey?.columns ?? []).map(({ name }) => name), ...above];
}
