import type { CatalogObject } from '../../catalog-object.ts';
import { objectId, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';

/** A table's place among the partitions of another. */
export type PartitionFacts = {
  readonly schema: string;
  readonly name: string;
  readonly relation: 'table' | 'foreign-table';
  /** Qualified name of the partitioned table. */
  readonly parent: string;
  /** `FOR VALUES …`, or DEFAULT */
  readonly bounds: string;
};

export type Partition = CatalogObject<PartitionFacts>;

export function partitionId(schema: string, name: string): string {
  return objectId('partition', [schema, name]);
}

export function isPartition(object: CatalogObject): object is Partition {
  return object.kind === 'partition';
}

export function attach({ schema, name, parent, bounds }: PartitionFacts, context: Context): Statement {
  const table = qualified(schema, name);
  const fallback = context.from.objects.size > 0 && hasDefaultPartition(parent, context);
  return statement(`ALTER TABLE ${parent} ATTACH PARTITION ${table} ${bounds}`, {
    hazards:
      fallback && bounds !== 'DEFAULT'
        ? [
            {
              kind: 'may-fail-on-rows',
              message: `The migration fails where the default partition of ${parent} holds rows that belong into ${table}. Move them first.`,
              objects: [parent],
            },
          ]
        : [],
  });
}

/** Whether the partitioned table has a partition for what fits nowhere else, before or after. */
export function hasDefaultPartition(parent: string, { from, to }: Context): boolean {
  const isDefault = (object: CatalogObject): boolean =>
    isPartition(object) && object.facts.parent === parent && object.facts.bounds === 'DEFAULT';
  return [...from.objects.values(), ...to.objects.values()].some(isDefault);
}
