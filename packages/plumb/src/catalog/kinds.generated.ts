// Written by scripts/generate-registries.mjs.
import type { Kind } from './kind.ts';
import schemaKind from './kinds/schema.ts';

const all: readonly Kind[] = [schemaKind];

/** Every kind by its id, in the order in which they are read and dumped. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  all.toSorted((a, b) => a.rank - b.rank).map((kind) => [kind.id, kind]),
);
