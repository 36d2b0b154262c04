import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';

/** A table, partitioned or not. Its columns, constraints and its place among partitions are objects of their own. */
export type TableFacts = {
  readonly schema: string;
  readonly name: string;
  readonly persistence: 'permanent' | 'unlogged';
  /** Null where it is PostgreSQL's own, `heap`. */
  readonly accessMethod: string | null;
  /** Storage options, those of its TOAST table with `toast.` before them. */
  readonly options: Readonly<Record<string, string>>;
  /** The composite type that a typed table follows. */
  readonly ofType: string | null;
  /** Qualified names; a partition's parent is not among them. */
  readonly inherits: readonly string[];
  readonly partitionKey: PartitionKey | null;
  /** Qualified name of the table that it is a partition of. */
  readonly partitionOf: string | null;
  readonly rowSecurity: boolean;
  /** Whether row security also holds for the owner. */
  readonly forceRowSecurity: boolean;
  /** Null is the database's. */
  readonly tablespace: string | null;
};

export type PartitionKey = {
  readonly definition: string;
  /** The columns in it: PostgreSQL can't change their types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

export function tableId(schema: string, name: string): string {
  return objectId('table', [schema, name]);
}

export type Table = CatalogObject<TableFacts>;

export function isTable(object: CatalogObject): object is Table {
  return object.kind === 'table';
}
