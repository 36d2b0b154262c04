import { ratio } from '../figures.ts';
import type { Measured } from '../results.ts';
import { type ContenderId, contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';

/** Libraries are compared with the library, programs with the program. */
const pairs: readonly (readonly [ours: ContenderId, other: ContenderId])[] = [
  ['plumb', 'node-pg-migrate'],
  ['plumb', 'drizzle'],
  ['plumb-up', 'dbmate'],
];

/** How many times as long as the same SQL by hand is as good as being ahead of the others. */
const limit = 1.1;

/** What was aimed at, and whether it was met, in lines of Markdown. */
export function aims(measured: readonly Measured[]): string[] {
  return phases.flatMap(({ id, title }) => {
    const of = (contender: ContenderId): Measured | undefined =>
      measured.find((one) => one.phase === id && one.contender === contender);
    return pairs.flatMap(([ours, other]) => {
      const times = ratio('total', of(ours), 'total', of(other));
      const byHand = ratio('total', of(ours), 'total', of('hand'));
      if (times === null) return [];
      const isMet = times < 1 || (byHand !== null && byHand < limit);
      const beside = byHand === null ? '' : `, ${byHand.toFixed(2)} times of the same by hand`;
      return [
        `- ${title}: **${isMet ? 'met' : 'not met'}**, ${contenderNames[ours]} takes ${times.toFixed(2)} times of ${contenderNames[other]}${beside}`,
      ];
    });
  });
}
