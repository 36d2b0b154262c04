import { createHash } from 'node:crypto';
import { type CorpusCase, runsOn } from './case.ts';

/** One of so many cases that run on a major, other ones for each: the same on every machine, until cases come or go. */
export function sampleOf(cases: readonly CorpusCase[], major: number, every: number): CorpusCase[] {
  return cases.filter((each) => runsOn(each, major)).filter(({ name }) => numberOf(`${major} ${name}`) % every === 0);
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
