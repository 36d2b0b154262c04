import { type Candidate, candidateId } from './candidate.ts';
import type { PossibleIndex } from './candidates-of.ts';

/** As many columns as one index may carry for several queries. */
const mostColumns = 8;
/** How many indexes that only differ in what they carry are tried. */
const mostVariants = 3;

/**
 * Of indexes that only differ in the columns that they carry keeps those that most queries ask for, and one that serves
 * all of them, in place of those that are left.
 */
export function carriedTogether(possible: readonly PossibleIndex[]): readonly PossibleIndex[] {
  const groups = new Map<string, PossibleIndex[]>();
  for (const each of possible) {
    const key = candidateId({ ...each.candidate, include: [] });
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group) => {
    const plain = group.filter(({ candidate }) => candidate.include.length === 0);
    const carrying = group.filter(({ candidate }) => candidate.include.length > 0);
    return [...plain, ...fewer(carrying)];
  });
}

function fewer(carrying: readonly PossibleIndex[]): readonly PossibleIndex[] {
  const [first] = carrying;
  if (first === undefined || carrying.length <= mostVariants) return carrying;
  const sorted = carrying.toSorted((one, other) => other.queries.size - one.queries.size);
  const together = new Set<string>();
  for (const { candidate } of sorted) {
    const all = new Set([...together, ...candidate.include]);
    if (all.size <= mostColumns) for (const column of candidate.include) together.add(column);
  }
  const whole: Candidate = { ...first.candidate, include: [...together].sort() };
  const queries = carrying.filter(({ candidate }) => candidate.include.every((column) => together.has(column)));
  const kept = sorted.slice(0, mostVariants - 1).filter(({ candidate }) => candidate.include.length < together.size);
  return [...kept, { candidate: whole, queries: new Set(queries.flatMap((each) => [...each.queries])) }];
}
