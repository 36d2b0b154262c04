import type { Catalog } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import { indexName, isIndexLike } from './partition-indexes.ts';

const relations = /^(?:table|sequence|view|materialized-view|foreign-table|composite) (.*)$/s;

const known = new WeakMap<Catalog, ReadonlySet<string>>();

/** What in a catalogue has a name that no index can have: tables, views, sequences, other indexes. */
export function relationNames(catalog: Catalog): ReadonlySet<string> {
  const found = known.get(catalog) ?? collect(catalog);
  known.set(catalog, found);
  return found;
}

function collect({ objects }: Catalog): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of objects.values()) {
    const [, name] = relations.exec(object.id) ?? [];
    if (name !== undefined) names.add(name);
    else if (isIndexLike(object)) names.add(indexName(object));
  }
  return names;
}

export function isFree(catalog: Catalog, schema: string, name: string): boolean {
  return !relationNames(catalog).has(qualified(schema, name));
}
