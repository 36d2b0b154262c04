import { qualified } from '../catalog/identifier.ts';
import type { Part } from '../rehearsal/watch/parts.ts';

/** `app.orders`, `app.orders.total` */
export function partName({ kind, schema, of, name }: Part): string {
  if (kind === 'schema') return qualified(schema);
  return of === null ? qualified(schema, name) : qualified(schema, of, name);
}

/** The table of a column or a constraint, the type of an enum's value. */
export function ownerName({ schema, of, name }: Part): string {
  return qualified(schema, of ?? name);
}
