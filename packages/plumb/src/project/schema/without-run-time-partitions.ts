import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { reversed } from '../../catalog/dependents.ts';
import { Surroundings } from '../../catalog/description/surroundings.ts';
import { qualified } from '../../catalog/identifier.ts';
import { isIndexLike } from '../../catalog/kinds/index/partition-indexes.ts';
import { isTable, type Table } from '../../catalog/kinds/table/table-facts.ts';
import type { Finding } from '../../contract/finding.ts';

/**
 * A database's catalogue without the partitions that came at run time, as a job makes one for each month: they hold rows of
 * a partitioned table that `known` has, too, and are as that table is. Those that have something of their own, or that
 * something new needs, stay.
 */
export function withoutRunTimePartitions(catalog: Catalog, known: Catalog): Catalog {
  const around = new Surroundings(catalog);
  const dependents = reversed(catalog.needs);
  const left = new Set<string>();
  const counts = new Map<string, string[]>();
  for (const object of catalog.objects.values()) {
    const parent = isTable(object) ? object.facts.partitionOf : null;
    if (!isTable(object) || parent === null || known.objects.has(object.id)) continue;
    if (!known.objects.has(object.parent ?? '') || !isLikeItsParent(object, around)) continue;
    const own = [object.id, ...around.below(object.id).map(({ id }) => id)];
    const isNeeded = own.some((id) =>
      [...(dependents.get(id) ?? [])].some((each) => !own.includes(each) && !known.objects.has(each)),
    );
    if (isNeeded) continue;
    for (const id of own) left.add(id);
    counts.set(parent, [...(counts.get(parent) ?? []), qualified(object.facts.schema, object.facts.name)]);
  }
  if (left.size === 0) return catalog;
  return {
    ...catalog,
    objects: new Map([...catalog.objects].filter(([id]) => !left.has(id))),
    needs: new Map(
      [...catalog.needs].map(([id, needed]) => [id, new Set([...needed].filter((each) => !left.has(each)))]),
    ),
    coverage: [...catalog.coverage, ...[...counts].map(([parent, names]) => leftOut(parent, names))],
  };
}

/** Whether it has nothing but what it has from the partitioned table, and what says whose it is. */
function isLikeItsParent(table: Table, around: Surroundings): boolean {
  return around.children(table.id).every((each) => (isTable(each) ? isLikeItsParent(each, around) : isInherited(each)));
}

function isInherited(object: CatalogObject): boolean {
  if (isIndexLike(object)) return object.facts.partitionOf !== null && object.facts.valid;
  return ['partition', 'owner', 'grant', 'comment'].includes(object.kind);
}

function leftOut(parent: string, names: readonly string[]): Finding {
  const [some, more] = [names.slice(0, 5), names.length - 5];
  const count = names.length === 1 ? 'a partition' : `${names.length} partitions`;
  return {
    id: 'partitions-left-out',
    severity: 'info',
    title: 'Partitions that came at run time were left out',
    message: `${parent} has ${count} that no migration makes: ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    why: 'They are as the partitioned table is, and hold its rows. One with indexes, constraints or triggers of its own is told as drift.',
    fix: null,
    location: null,
    objects: [parent, ...names],
    evidence: { partitions: names.length },
  };
}
