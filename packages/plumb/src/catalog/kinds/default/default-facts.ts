import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';

/** The default of a column; of an inherited one only where it is another than there. */
export type DefaultFacts = {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly relation: 'table' | 'foreign-table';
  readonly inherited: boolean;
  /** Null where an inherited column has none, and it has where it comes from. */
  readonly expression: string | null;
};

export type Default = CatalogObject<DefaultFacts>;

export function defaultId(schema: string, table: string, column: string): string {
  return objectId('default', [schema, table, column]);
}

export function isDefault(object: CatalogObject): object is Default {
  return object.kind === 'default';
}
