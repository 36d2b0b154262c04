import type { Advice, AdvisedIndex } from '../../advice/advice.ts';
import type { Look } from '../look.ts';
import { counted, formatAbout, formatBytes, formatCount } from '../units.ts';

interface Shown extends Advice {
  readonly profile: { readonly from: string; readonly capturedAt: string };
  readonly written: { readonly files: readonly string[] } | null;
}

const shownQueries = 5;

/** Draws advice: each index with what gains by it, what to drop, and what all of it does for the workload. */
export function renderAdvice(advice: Shown, look: Look): string {
  const { indexes, drop, cost, writeCost, queries, calls, seconds, complete, profile, written } = advice;
  const size = indexes.reduce((sum, { bytes }) => sum + bytes, 0);
  const head =
    indexes.length === 0
      ? look.good('No further index makes these queries cheaper.')
      : look.heading(`${counted(indexes.length, 'index', 'indexes')}, about ${formatBytes(size)} together`);
  const gained = cost.before === 0 ? 0 : Math.round((1 - cost.after / cost.before) * 1000) / 10;
  const parts = [
    head,
    ...indexes.map((index) => indexText(index, look)),
    ...(drop.length === 0 ? [] : [dropText(advice, look)]),
    [
      `The workload of ${counted(queries.length, 'query', 'queries')} costs ${formatAbout(cost.before)} now and ${formatAbout(cost.after)} then, ${gained} % less${writeCost < 0.5 ? '' : `; writing costs ${formatAbout(writeCost)} more`}.`,
      look.muted(
        `Planned with ${profile.from} of ${profile.capturedAt.slice(0, 10)}; ${counted(calls, 'plan')} in ${Math.round(seconds * 10) / 10} s.`,
      ),
      ...(complete ? [] : [look.caution('The search was cut short: with more time there may be better.')]),
      ...(written === null ? [] : [look.good(`Written to ${written.files.join(', ')}`)]),
    ].join('\n'),
  ];
  return parts.join('\n\n');
}

function indexText({ definition, bytes, writeCost, queries }: AdvisedIndex, look: Look): string {
  const rest = queries.length - shownQueries;
  const writes = writeCost < 0.5 ? '' : `, writing costs ${formatCost(writeCost)} more`;
  return [
    `${look.code(`${definition};`)}`,
    look.muted(`  about ${formatBytes(bytes)}${writes}`),
    ...queries
      .slice(0, shownQueries)
      .map(({ name, before, after }) => `  ${look.name(name)} from ${formatCost(before)} to ${formatCost(after)}`),
    ...(rest > 0 ? [look.muted(`  and ${counted(rest, 'more query', 'more queries')}`)] : []),
  ].join('\n');
}

function dropText({ drop }: Advice, look: Look): string {
  return [
    look.heading('Can be dropped'),
    ...drop.map(({ name, bytes, coveredBy }) => {
      const size = bytes === null ? '' : `, ${formatBytes(bytes)}`;
      const why =
        coveredBy === null
          ? 'nobody has read it since the server began to count; ask replicas, too'
          : `${coveredBy} does all that it does`;
      return `  ${look.code(`DROP INDEX CONCURRENTLY ${name};`)}\n${look.muted(`    ${why}${size}`)}`;
    }),
  ].join('\n');
}

/** With two decimal places where they matter. */
function formatCost(cost: number): string {
  return cost < 100 ? cost.toFixed(2) : formatCount(Math.round(cost));
}
