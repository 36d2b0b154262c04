import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';
import type { StorageOptions } from '../table/storage-options.ts';

/** What an index and the index of a constraint have in common. */
export type IndexBody = {
  readonly method: string;
  /** Each as in CREATE INDEX, without what is the default: `name`, `lower(name) text_pattern_ops DESC`. */
  readonly keys: readonly string[];
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly options: StorageOptions;
  /** Null is the database's. */
  readonly tablespace: string | null;
  readonly where: string | null;
};

/** An index that doesn't belong to a constraint. */
export type IndexFacts = IndexBody & {
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  readonly relation: 'table' | 'partitioned-table' | 'materialized-view';
  readonly unique: boolean;
  /** Statistics targets of expressions, by their place among the keys. */
  readonly statistics: Readonly<Record<string, number>>;
  /** Qualified name of the index of the partitioned table that it is attached to. */
  readonly partitionOf: string | null;
  /** False where building it failed, or where an index of a partitioned table lacks partitions. */
  readonly valid: boolean;
};

export type Index = CatalogObject<IndexFacts>;

export function indexId(schema: string, name: string): string {
  return objectId('index', [schema, name]);
}

export function isIndex(object: CatalogObject): object is Index {
  return object.kind === 'index';
}
