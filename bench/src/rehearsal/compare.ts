import type { Samples } from '../answer.ts';
import type { Traced } from './trace/traced.ts';

export const aspects = [
  'locks',
  'rewrites',
  'rebuilds',
  'scans',
  'blocks',
] as const satisfies readonly (keyof Traced)[];

/** How one case came out. */
export interface Compared {
  /** Of each aspect: how many are right, missed and invented. */
  readonly samples: Samples;
  /** What differs, a sentence each. */
  readonly differences: readonly string[];
}

export function compare(labels: readonly Traced[], found: readonly Traced[]): Compared {
  if (labels.length !== found.length) {
    return { samples: {}, differences: [`${found.length} statements instead of ${labels.length}`] };
  }
  const samples: Record<string, number[]> = {};
  const differences: string[] = [];
  for (const aspect of aspects) {
    let right = 0;
    const missed: string[] = [];
    const invented: string[] = [];
    for (const [at, label] of labels.entries()) {
      const [is, should] = [new Set(found[at]?.[aspect]), new Set(label[aspect])];
      right += [...should].filter((each) => is.has(each)).length;
      missed.push(...[...should].filter((each) => !is.has(each)).map((each) => `${each} (statement ${at + 1})`));
      invented.push(...[...is].filter((each) => !should.has(each)).map((each) => `${each} (statement ${at + 1})`));
    }
    samples[`${aspect} right`] = [right];
    samples[`${aspect} missed`] = [missed.length];
    samples[`${aspect} invented`] = [invented.length];
    if (missed.length > 0) differences.push(`${aspect} missed: ${missed.join(', ')}`);
    if (invented.length > 0) differences.push(`${aspect} invented: ${invented.join(', ')}`);
  }
  return { samples, differences };
}
