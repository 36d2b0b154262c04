import type { ExistingIndex } from './existing-index.ts';

export interface Redundant {
  readonly index: ExistingIndex;
  /** The index that does all that it does. */
  readonly coveredBy: ExistingIndex;
}

/** Indexes that another one makes up for. Of two that are equal the older one stays. */
export function redundantIndexes(indexes: readonly ExistingIndex[]): readonly Redundant[] {
  const found: Redundant[] = [];
  const gone = new Set<ExistingIndex>();
  for (const index of [...indexes].reverse()) {
    if (index.kept !== null) continue;
    const coveredBy = indexes.find((other) => other !== index && !gone.has(other) && covers(other, index));
    if (coveredBy === undefined) continue;
    gone.add(index);
    found.push({ index, coveredBy });
  }
  // what covers one may itself be covered by another
  const last = (index: ExistingIndex): ExistingIndex => {
    const next = found.find((each) => each.index === index);
    return next === undefined ? index : last(next.coveredBy);
  };
  return found.reverse().map(({ index, coveredBy }) => ({ index, coveredBy: last(coveredBy) }));
}

function covers(one: ExistingIndex, other: ExistingIndex): boolean {
  if (one.table !== other.table || one.method !== other.method || one.rest !== other.rest) return false;
  const same = one.keys.length === other.keys.length;
  // only a b-tree is sorted by its first keys alone
  if (!same && (one.method !== 'btree' || one.keys.length < other.keys.length)) return false;
  if (!other.keys.every((key, at) => key === one.keys[at])) return false;
  const carried = [...one.include, ...one.keys.map((key) => key.replace(/(?: \S+){3}$/, ''))];
  return other.include.every((column) => carried.includes(column));
}
