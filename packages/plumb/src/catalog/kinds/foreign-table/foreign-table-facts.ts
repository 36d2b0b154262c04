import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';

/** A table whose rows are elsewhere. Its columns are objects of their own. */
export type ForeignTableFacts = {
  readonly schema: string;
  readonly name: string;
  readonly server: string;
  readonly options: Readonly<Record<string, string>>;
  /** Qualified names; a partition's parent is not among them. */
  readonly inherits: readonly string[];
  /** Qualified name of the table that it is a partition of. */
  readonly partitionOf: string | null;
};

export type ForeignTable = CatalogObject<ForeignTableFacts>;

export function foreignTableId(schema: string, name: string): string {
  return objectId('foreign-table', [schema, name]);
}
