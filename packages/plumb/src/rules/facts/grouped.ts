/** What has the same key, in its order. */
export function grouped<Key, Each>(all: Iterable<Each>, keyOf: (each: Each) => Key): ReadonlyMap<Key, readonly Each[]> {
  const found = new Map<Key, Each[]>();
  for (const each of all) {
    const key = keyOf(each);
    const others = found.get(key);
    if (others === undefined) found.set(key, [each]);
    else others.push(each);
  }
  return found;
}
