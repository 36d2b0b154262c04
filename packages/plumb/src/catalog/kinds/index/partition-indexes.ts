import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import { type IndexConstraint, standsOnIndex } from '../constraint/constraint-facts.ts';
import { chosenIndexName, type IndexLabel, indexColumnNames } from './chosen-index-name.ts';
import { type Index, isIndex } from './index-facts.ts';

/** What can be attached to the index of a partitioned table, and can be such an index itself. */
export type IndexLike = Index | IndexConstraint;

/** The indexes of a catalogue, those of constraints among them. */
export interface Indexes {
  readonly byName: ReadonlyMap<string, IndexLike>;
  /** By the name of what they are attached to. */
  readonly attached: ReadonlyMap<string, readonly IndexLike[]>;
  /** By the id of their table, in the order in which they were made. */
  readonly ofTable: ReadonlyMap<string, readonly IndexLike[]>;
}

type Objects = Pick<Catalog, 'objects'>;

const known = new WeakMap<Objects, Indexes>();

export function indexesOf(catalog: Objects): Indexes {
  const found = known.get(catalog) ?? collect(catalog);
  known.set(catalog, found);
  return found;
}

export function isIndexLike(object: CatalogObject): object is IndexLike {
  return isIndex(object) || standsOnIndex(object);
}

/** The name of an index as it is written. */
export function indexName({ facts }: IndexLike): string {
  return qualified(facts.schema, facts.name);
}

/** The name that PostgreSQL chooses for a partition's index that it makes after its parent's likeness. */
export function chosenFor(table: string, parent: IndexLike, number = 0): string {
  const columns = parent.notes?.indexColumns ?? indexColumnNames([...parent.facts.keys, ...parent.facts.include]);
  return chosenIndexName(table, columns, labelOf(parent), number);
}

function labelOf(index: IndexLike): IndexLabel {
  if (isIndex(index)) return 'idx';
  const labels = { 'primary key': 'pkey', unique: 'key', exclusion: 'excl' } as const;
  return labels[index.facts.type];
}

function collect({ objects }: Objects): Indexes {
  const byName = new Map<string, IndexLike>();
  const attached = new Map<string, IndexLike[]>();
  const ofTable = new Map<string, IndexLike[]>();
  for (const object of objects.values()) {
    if (!isIndexLike(object)) continue;
    byName.set(indexName(object), object);
    add(ofTable, object.parent ?? '', object);
    if (object.facts.partitionOf !== null) add(attached, object.facts.partitionOf, object);
  }
  return { byName, attached, ofTable };
}

function add(map: Map<string, IndexLike[]>, key: string, index: IndexLike): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [index]);
  else found.push(index);
}
