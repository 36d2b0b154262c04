import type { Catalog } from '../catalog/catalog-object.ts';
import type { Actions } from './actions.ts';
import { kindOf } from './decisions.ts';

/**
 * Pairs of an object that comes or changes and what it may mean by naming a whole: a body that names a table may name
 * its columns, and constants of their types.
 */
export function namedParts(
  { made, altered, led }: Actions,
  to: Catalog,
): readonly (readonly [namer: string, named: string])[] {
  const namers = [...to.hints].filter(([id]) => made.has(id) || altered.has(id));
  if (namers.length === 0) return [];
  const parts = new Map<string, string[]>();
  for (const object of to.objects.values()) {
    // Only what has a type can be led over to another.
    if (object.parent === null || kindOf(object).leadOver === undefined) continue;
    const known = parts.get(object.parent);
    if (known === undefined) parts.set(object.parent, [object.id]);
    else known.push(object.id);
  }
  const changes = (id: string): boolean => made.has(id) || altered.has(id) || led.has(id);
  return namers.flatMap(([namer, named]) => {
    const means = new Set<string>();
    for (const whole of named) {
      for (const part of parts.get(whole) ?? []) {
        means.add(part);
        for (const needed of to.needs.get(part) ?? []) if (needed !== whole) means.add(needed);
      }
    }
    return [...means].filter(changes).map((each) => [namer, each] as const);
  });
}
