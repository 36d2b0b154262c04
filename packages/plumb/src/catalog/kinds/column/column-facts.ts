import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';
import type { SequenceOptions } from '../sequence/sequence-options.ts';
import type { StorageOptions } from '../table/storage-options.ts';

/**
 * A column of a table or a foreign table. One that a table has from another (a partition, a child, a typed table) is
 * an object only where something about it is its own: then the rest is null, and follows.
 */
export type ColumnFacts = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly relation: 'table' | 'foreign-table';
  readonly inherited: boolean;
  /** Null where it is inherited. */
  readonly type: string | null;
  /** Where it isn't that of the type. */
  readonly collation: string | null;
  readonly notNull: NotNull | null;
  readonly identity: Identity | null;
  readonly generated: Generated | null;
  /** Where it isn't that of the type, or inherited and another than there: only then `default`. */
  readonly storage: 'plain' | 'external' | 'extended' | 'main' | 'default' | null;
  readonly compression: 'pglz' | 'lz4' | 'default' | null;
  readonly statistics: number | null;
  readonly options: StorageOptions;
  readonly foreignOptions: StorageOptions;
};

export type NotNull = {
  /** PostgreSQL 18 keeps it as a constraint; null is the name that it chooses by itself. */
  readonly name: string | null;
  readonly valid: boolean;
  readonly inheritable: boolean;
};

export type Identity = {
  readonly generated: 'always' | 'by default';
  /** Of its sequence, where PostgreSQL would choose another. */
  readonly sequence: string | null;
  readonly options: SequenceOptions;
};

export type Generated = { readonly kept: 'stored' | 'virtual'; readonly expression: string };

export type Column = CatalogObject<ColumnFacts>;

export function columnId(schema: string, table: string, name: string): string {
  return objectId('column', [schema, table, name]);
}

export function isColumn(object: CatalogObject): object is Column {
  return object.kind === 'column';
}
