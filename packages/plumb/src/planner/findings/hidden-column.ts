/** Types that PostgreSQL casts a column to by itself, to compare it with something of another family. */
const implicit = new Set(['numeric', 'float8', 'text', 'timestamptz', 'timestamp']);

/** Whether a cast of a column is one that only a person writes, or one that the types of both sides may have asked for. */
export function isCast(type: string, how: 'written' | 'implicit'): boolean {
  return how === 'implicit' ? implicit.has(type) : !implicit.has(type);
}
