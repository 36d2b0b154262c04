import type { Dependencies } from './catalog-object.ts';

const known = new WeakMap<Dependencies, Dependencies>();

/** Who needs each object, out of what each needs. */
export function reversed(needs: Dependencies): Dependencies {
  const found = known.get(needs) ?? reverse(needs);
  known.set(needs, found);
  return found;
}

function reverse(needs: Dependencies): Dependencies {
  const dependents = new Map<string, Set<string>>();
  for (const [dependent, needed] of needs) {
    for (const id of needed) {
      const found = dependents.get(id);
      if (found === undefined) dependents.set(id, new Set([dependent]));
      else found.add(dependent);
    }
  }
  return dependents;
}
