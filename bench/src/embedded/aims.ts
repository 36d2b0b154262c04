import { ratio } from '../figures.ts';
import type { Measured } from '../results.ts';
import { type ContenderId, contenderNames } from './contender-names.ts';

const phase = 'warm-empty';

/** How much longer than a plain clone we may take, and how many times longer than we the other products have to. */
const limits = { clone: 1.3, lead: 5 };

/** What was aimed at, and whether it was met, in lines of Markdown. */
export function aims(measured: readonly Measured[]): string[] {
  const clones: readonly ContenderId[] = ['clone', 'tuned-clone', 'tuned-clone-file-copy'];
  const products: readonly ContenderId[] = ['wrapper', 'pglite-dump'];
  return [
    'Warm start to the first query of a new isolated database:',
    '',
    ...clones.map((contender) => {
      const aim = `under ${limits.clone} times ${contenderNames[contender]}`;
      return verdict(
        aim,
        (sample) => times(measured, sample, 'plumb', contender),
        (factor) => factor < limits.clone,
      );
    }),
    ...products.map((contender) => {
      const aim = `${limits.lead} times or more ahead of ${contenderNames[contender]}`;
      return verdict(
        aim,
        (sample) => times(measured, sample, contender, 'plumb'),
        (factor) => factor >= limits.lead,
      );
    }),
  ];
}

function verdict(aim: string, timesOf: (sample: string) => number | null, fulfils: (times: number) => boolean): string {
  const [total, library] = [timesOf('total'), timesOf('library')];
  if (total === null || library === null) return `- **not measured**: ${aim}`;
  const numbers = `${total.toFixed(2)} times with import, ${library.toFixed(2)} without`;
  return `- **${fulfils(total) ? 'met' : 'not met'}**: ${aim} (${numbers})`;
}

function times(measured: readonly Measured[], sample: string, one: ContenderId, other: ContenderId): number | null {
  const [a, b] = [one, other].map((contender) =>
    measured.find((result) => result.phase === phase && result.contender === contender),
  );
  return ratio(sample, a, sample, b);
}
