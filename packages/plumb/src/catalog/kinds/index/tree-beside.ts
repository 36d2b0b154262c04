import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { reversed } from '../../dependents.ts';
import type { Context } from '../../kind.ts';
import { type Index, isIndex } from './index-facts.ts';
import { isPlacedAnew } from './made-with-parent.ts';
import { type IndexLike, indexesOf, indexName } from './partition-indexes.ts';

/**
 * Whether an index of a partitioned table, with those of all partitions, can be built anew beside itself: the same tables
 * have it before and after, and nothing stands on it.
 */
export function fitsTree(index: Index, context: Context): boolean {
  const { byName } = indexesOf(context.to);
  let root: IndexLike = index;
  for (let above = byName.get(index.facts.partitionOf ?? ''); above !== undefined; ) {
    root = above;
    above = byName.get(root.facts.partitionOf ?? '');
  }
  return isSameTree(indexesOf(context.from).byName.get(indexName(root)), root, context);
}

function isSameTree(from: IndexLike | undefined, to: IndexLike, context: Context): boolean {
  if (from === undefined || !isIndex(from) || !isIndex(to) || from.parent !== to.parent) return false;
  if (!from.facts.valid || !to.facts.valid || isPlacedAnew(to.parent ?? '', context)) return false;
  if (isStoodOn(from, context.from) || isStoodOn(to, context.to)) return false;
  const [before, after] = [attachedTo(from, context.from), attachedTo(to, context.to)];
  const byTable = new Map(before.map((each) => [each.parent, each]));
  const { byName } = indexesOf(context.from);
  return (
    before.length === after.length &&
    after.every((each) => {
      const [was, ofThatName] = [byTable.get(each.parent), byName.get(indexName(each))];
      return (ofThatName === undefined || ofThatName === was) && isSameTree(was, each, context);
    })
  );
}

function attachedTo(index: IndexLike, catalog: Catalog): readonly IndexLike[] {
  return indexesOf(catalog).attached.get(indexName(index)) ?? [];
}

/** By a foreign key or a replica identity, for example. */
function isStoodOn(index: Index, catalog: Catalog): boolean {
  return [...(reversed(catalog.needs).get(index.id) ?? [])].some((id) => {
    const dependent = catalog.objects.get(id);
    return dependent !== undefined && dependent.kind !== 'comment' && !isAttached(dependent, index);
  });
}

export function isAttached(part: CatalogObject, whole: Index): boolean {
  return isIndex(part) && part.facts.partitionOf === indexName(whole);
}
