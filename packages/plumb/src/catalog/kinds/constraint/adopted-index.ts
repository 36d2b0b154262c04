import type { CatalogObject } from '../../catalog-object.ts';
import type { Context } from '../../kind.ts';
import { sameDefinition } from '../index/alter-index.ts';
import { type Index, indexId, isIndex } from '../index/index-facts.ts';
import { sameOptions } from '../table/storage-options.ts';
import { constraintId, type IndexConstraint, standsOnIndex } from './constraint-facts.ts';

/** The index that is there already under a constraint's name, and becomes the constraint's. */
export function adoptedIndex({ parent, facts }: IndexConstraint, context: Context): Index | null {
  const index = context.from.objects.get(indexId(facts.schema, facts.name));
  if (index === undefined || !isIndex(index) || index.parent !== parent || !context.stays(parent ?? '')) return null;
  const fits =
    facts.type !== 'exclusion' &&
    !facts.withoutOverlaps &&
    !facts.partitioned &&
    index.facts.unique &&
    index.facts.valid &&
    index.facts.partitionOf === null &&
    index.facts.tablespace === facts.tablespace &&
    sameOptions(index.facts.options, facts.options) &&
    sameDefinition(index.facts, facts) &&
    [...(context.from.needs.get(index.id) ?? [])].every((id) => context.stays(id));
  return fits ? index : null;
}

/** Whether an index that is no longer one of its own becomes a constraint's. */
export function isAdopted(index: Index, context: Context): boolean {
  const { schema, table, name } = index.facts;
  const found: CatalogObject | undefined = context.to.objects.get(constraintId(schema, table, name));
  return found !== undefined && standsOnIndex(found) && adoptedIndex(found, context) !== null;
}
