import { ratio } from '../figures.ts';
import type { Measured } from '../results.ts';
import { type ContenderId, contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';

/** How many times as long as the same ranges by hand is as good as being ahead of the others. */
const limit = 1.1;

/** What was aimed at, and whether it was met, in lines of Markdown. */
export function aims(measured: readonly Measured[]): string[] {
  const others: readonly ContenderId[] = ['skip-locked', 'skip-locked-commit', 'whole'];
  return phases.flatMap(({ id, title }) => {
    const of = (contender: ContenderId): Measured | undefined =>
      measured.find((one) => one.phase === id && one.contender === contender);
    const byHand = ratio('total', of('plumb'), 'total', of('hand'));
    return others.flatMap((other) => {
      const [total, slow] = ['total', 'slow'].map((sample) => ratio(sample, of('plumb'), sample, of(other)));
      if (typeof total !== 'number' || typeof slow !== 'number') return [];
      const isMet = (total < 1 || (byHand !== null && byHand < limit)) && slow < limit;
      const beside = byHand === null ? '' : `, ${byHand.toFixed(2)} times of the same ranges by hand`;
      return [
        `- ${title}: **${isMet ? 'met' : 'not met'}**, ${total.toFixed(2)} times of ${contenderNames[other]}${beside}; the application’s p99 is ${slow.toFixed(2)} times of what it is there`,
      ];
    });
  });
}
