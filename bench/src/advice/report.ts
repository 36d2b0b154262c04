import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { budgets, contenderNames, workloads } from './phases.ts';

/** How far above the best a workload may be, in points of its cost before. */
const margin = 1;

export function report(measured: readonly Measured[]): readonly string[] {
  const tables = workloads.flatMap(({ name, queries }) => {
    const rows = budgets.flatMap((share) =>
      measured
        .filter(({ phase }) => phase === `${name}-${share * 100}`)
        .map(({ contender, samples }) => [
          `${share * 100} %, ${contenderNames[contender] ?? contender}`,
          `${points(samples.cost?.[0]).toFixed(2)} %`,
          String(samples.calls?.[0] ?? ''),
          `${(samples.seconds?.[0] ?? 0).toFixed(1)} s`,
          samples.first === undefined ? '' : `${(samples.first[0] ?? 0).toFixed(1)} s`,
          samples.predicted === undefined ? '' : `${points(samples.predicted[0]).toFixed(1)} %`,
          sizes(samples.bytes ?? []),
        ]),
    );
    if (rows.length === 0) return [];
    return [
      `#### ${name}: ${queries.length} queries\n\n${markdownTable(['budget', 'cost left', 'plans', 'time', 'first answer', 'predicted cost', 'predicted sizes'], rows)}`,
    ];
  });
  return [...tables, `#### The aim\n\n${aims(measured).join('\n')}`];
}

/** The middle of all, and the ends between which nine of ten lie. */
function sizes(ratios: readonly number[]): string {
  if (ratios.length === 0) return '';
  const sorted = ratios.toSorted((one, other) => one - other);
  const at = (share: number): string => points(sorted[Math.round(share * (sorted.length - 1))]).toFixed(0);
  return `${at(0.5)} % (${at(0.05)}–${at(0.95)})`;
}

function points(share: number | undefined): number {
  return (share ?? Number.NaN) * 100;
}

function aims(measured: readonly Measured[]): readonly string[] {
  const ours = measured.filter(({ contender }) => contender === 'plumb');
  const behind = ours.filter(({ phase, samples }) =>
    measured.some(
      (other) => other.phase === phase && points(samples.cost?.[0]) > points(other.samples.cost?.[0]) + margin,
    ),
  );
  const calls = Math.max(...ours.map(({ samples }) => samples.calls?.[0] ?? 0));
  const slowest = Math.max(...ours.map(({ samples }) => samples.seconds?.[0] ?? 0));
  const first = Math.max(...ours.map(({ samples }) => samples.first?.[0] ?? 0));
  return [
    `- ${slowest <= 30 ? '**met**' : '**not met**'}: in 30 s (${slowest.toFixed(1)} s).`,
    `- ${first <= 5 ? '**met**' : '**not met**'}: the first answer in 5 s (${first.toFixed(1)} s).`,
    `- ${behind.length === 0 ? '**met**' : '**not met**'}: within ${margin} point of the best of each table${behind.length === 0 ? '' : `, but for ${behind.map(({ phase }) => phase).join(', ')}`}.`,
    `- ${calls <= 10_000 ? '**met**' : '**not met**'}: at most 10,000 plans (${calls}).`,
  ];
}
