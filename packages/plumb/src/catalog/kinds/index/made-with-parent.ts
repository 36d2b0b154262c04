import type { Catalog } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { sameOptions } from '../table/storage-options.ts';
import { tableId } from '../table/table-facts.ts';
import { chosenFor, type IndexLike, indexesOf, indexName } from './partition-indexes.ts';
import { relationNames } from './relation-names.ts';

/** How a partition's index comes into being. */
export type Making =
  /** By a statement of its own; then it may have to be attached. */
  | { readonly by: 'statement'; readonly attach: boolean }
  /** By PostgreSQL, with that of the partitioned table or when its table becomes a partition, under this name. */
  | { readonly by: 'PostgreSQL'; readonly name: string };

/**
 * A table that was there before and becomes a partition gets its indexes first: PostgreSQL then attaches them itself,
 * and needn't build any while the table is locked. Exclusions it can't attach, only make.
 */
export function makingOf(index: IndexLike, context: Context): Making {
  const table = index.parent ?? '';
  const parent = indexesOf(context.to).byName.get(index.facts.partitionOf ?? '');
  if (parent === undefined) return { by: 'statement', attach: true };
  const isExclusion = 'type' in index.facts && index.facts.type === 'exclusion';
  if (!isExclusion && arrivesWithIndexes(table, context)) {
    return { by: 'statement', attach: false };
  }
  if (!context.stays(parent.id)) {
    if (isExclusion) return { by: 'PostgreSQL', name: chosenFor(index.facts.table, parent) };
    return isMadeWith(parent, context)
      ? { by: 'PostgreSQL', name: index.facts.name }
      : { by: 'statement', attach: true };
  }
  if (!isExclusion && context.stays(table)) return { by: 'statement', attach: true };
  return { by: 'PostgreSQL', name: nameByThen(index, parent, context) };
}

/**
 * Whether one statement for the index of a partitioned table makes those of all partitions, too. That needs names which
 * PostgreSQL would choose, and blocks the partitions that are in use.
 */
export function makesPartitions(index: IndexLike, context: Context): boolean {
  if ('type' in index.facts && index.facts.type === 'exclusion') return true;
  if (!index.facts.valid) return false;
  const attached = indexesOf(context.to).attached.get(indexName(index)) ?? [];
  return attached.every((each) => {
    const inUse = context.stays(each.parent ?? '');
    if (arrivesWithIndexes(each.parent ?? '', context)) return true;
    return (
      !context.stays(each.id) &&
      !(context.online && inUse) &&
      each.facts.name === chosenFor(each.facts.table, index) &&
      isLike(each, index) &&
      makesPartitions(each, context)
    );
  });
}

function isMadeWith(parent: IndexLike, context: Context): boolean {
  if (makesPartitions(parent, context)) return true;
  const grandparent = indexesOf(context.to).byName.get(parent.facts.partitionOf ?? '');
  return grandparent !== undefined && !context.stays(grandparent.id) && isMadeWith(grandparent, context);
}

function isLike(one: IndexLike, other: IndexLike): boolean {
  const { tablespace, options } = one.facts;
  return tablespace === other.facts.tablespace && sameOptions(options, other.facts.options);
}

/** Whether a table that was there before gets a place among partitions of a table that stays. */
function arrivesWithIndexes(table: string, context: Context): boolean {
  if (!context.from.objects.has(table) || !isPlacedAnew(table, context)) return false;
  return context.stays(table) || context.stays(`table ${placeOf(context.to, table)}`);
}

/** Whether a table has another place among partitions than before, or is made anew. */
export function isPlacedAnew(table: string, context: Context): boolean {
  return !context.stays(table) || placeOf(context.from, table) !== placeOf(context.to, table);
}

/** Whether a table stays and is no longer a partition of the same. */
export function leavesParent(table: string, context: Context): boolean {
  return context.stays(table) && isPlacedAnew(table, context);
}

function placeOf({ objects }: Catalog, table: string): string | null {
  const facts = objects.get(table)?.facts;
  return facts && 'partitionOf' in facts && typeof facts.partitionOf === 'string' ? facts.partitionOf : null;
}

/** The name that is free when the partition gets its place: its indexes are made in the order of the parent's. */
function nameByThen(index: IndexLike, parent: IndexLike, context: Context): string {
  const { schema, table } = index.facts;
  const taken = new Set(relationNames(context.from));
  const siblings = indexesOf(context.from).ofTable.get(tableId(parent.facts.schema, parent.facts.table)) ?? [];
  for (const sibling of siblings) {
    if (!context.stays(sibling.id)) continue;
    let name = chosenFor(table, sibling);
    for (let number = 1; taken.has(qualified(schema, name)); number++) name = chosenFor(table, sibling, number);
    if (sibling.id === parent.id) return name;
    taken.add(qualified(schema, name));
  }
  return chosenFor(table, parent);
}
