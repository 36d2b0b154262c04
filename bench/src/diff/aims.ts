import { ratio } from '../figures.ts';
import type { Measured } from '../results.ts';
import { phases, rows } from './phases.ts';

/** How many times as long as the rival without a proof we may take, with ours of both ways. */
const limit = 2;

/** What was aimed at, and whether it was met, in lines of Markdown. */
export function aims(measured: readonly Measured[]): string[] {
  return phases.flatMap(({ id, title }) => {
    const [ours, rival] = ['plumb', 'pg-delta'].map((contender) =>
      measured.find((one) => one.phase === id && one.contender === contender),
    );
    const proven = ratio('total', ours, 'unproven', rival);
    if (proven === null) return [];
    const behind = rows.filter(({ sample }) => (ratio(sample, ours, sample, rival) ?? 0) >= 1);
    return [
      `- ${title}: **${proven < limit ? 'met' : 'not met'}**, proven both ways in under ${limit} times of what pg-delta ` +
        `takes without a proof (${proven.toFixed(2)} times); ` +
        (behind.length === 0
          ? '**met**, ahead in each row'
          : `**not met**, behind in: ${behind.map(({ title: row }) => row).join(', ')}`),
    ];
  });
}
