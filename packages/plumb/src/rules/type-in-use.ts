import type { Catalog } from '../catalog/catalog-object.ts';
import { parsePath } from '../catalog/identifier.ts';
import { isColumn } from '../catalog/kinds/column/column-facts.ts';
import type { Part } from '../rehearsal/watch/parts.ts';

/** Whether columns hold values of the composite type that an attribute belongs to. */
export function isInUse({ schema, of }: Part, { objects }: Catalog): boolean {
  return [...objects.values()].filter(isColumn).some(({ facts: { type } }) => {
    const path = parsePath((type ?? '').replace(/(\[\])+$/, '')) ?? [];
    return path.at(-1) === of && (path.length === 1 || path[0] === schema);
  });
}
