import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';
import type { SequenceOptions } from './sequence-options.ts';

/** A sequence that isn't an identity column's. Where it stands is data, and not compared. */
export type SequenceFacts = {
  readonly schema: string;
  readonly name: string;
  readonly persistence: 'permanent' | 'unlogged';
  readonly options: SequenceOptions;
  /** The column that it is dropped with. */
  readonly ownedBy: { readonly schema: string; readonly table: string; readonly column: string } | null;
};

export function sequenceId(schema: string, name: string): string {
  return objectId('sequence', [schema, name]);
}

export function isSequence(object: CatalogObject): object is CatalogObject<SequenceFacts> {
  return object.kind === 'sequence';
}
