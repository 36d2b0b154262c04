/** By the number at the start of a name: 10 follows 9, and points in time follow counted numbers. */
export function byVersion(one: string, other: string): number {
  const [a, b] = [versionOf(one), versionOf(other)];
  return a.rank - b.rank || byParts(a.counted, b.counted) || byName(one, other);
}

export function byName(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** By versions of which each part is a number of any length, the way `1.2` and `1_2` are written. */
export function byParts(one: readonly string[], other: readonly string[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [a, b] = [plainNumber(one[index]), plainNumber(other[index])];
    const difference = a.length - b.length || byName(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function plainNumber(digits: string | undefined): string {
  return (digits ?? '').replace(/^0+/, '');
}

interface Version {
  readonly rank: number;
  readonly counted: readonly string[];
}

/** Points in time, as `20250131` or `20250131120000`, sort by name among themselves. */
function versionOf(name: string): Version {
  const [, counted] = /^(\d{1,7}(?:[._]\d{1,7})*)(?![\p{L}\d])/u.exec(name) ?? /^(\d{1,7})(?!\d)/.exec(name) ?? [];
  if (counted !== undefined) return { rank: 0, counted: counted.split(/[._]/) };
  return { rank: /^\d/.test(name) ? 1 : 2, counted: [] };
}
