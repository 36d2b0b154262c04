import { markdownTable } from '../markdown-table.ts';
import { median, quantile } from '../statistics.ts';
import { aims } from './aims.ts';
import { contenderNames } from './contender-names.ts';
import { type Column, type Phase, phases } from './phases.ts';
import type { Measured, Results } from './results.ts';

/** The results as Markdown, which reads well in a terminal too. */
export function report(results: Results): string {
  const tables = phases.flatMap((phase) => {
    const measured = results.measured.filter((one) => one.phase === phase.id);
    return measured.length === 0 ? [] : [`### ${phase.title}\n\n${table(phase, measured)}`];
  });
  return [origin(results), ...tables, `### The aim\n\n${aims(results.measured).join('\n')}`].join('\n\n');
}

function origin({ command, date, machine, versions, rounds }: Results): string {
  const { processor, cores, memoryBytes, kernel, node, fileSystem, load } = machine;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `- Made by \`${command}\` on ${date.slice(0, 10)}, rounds: ${rounds}.`,
    `- ${cores} × ${processor}, ${Math.round(memoryBytes / 2 ** 30)} GB, ${kernel}, Node ${node}; load before: ${load}.`,
    `- Temporary folder on ${fileSystem ?? 'an unknown file system'}.`,
    `- ${packages.join(', ')}.`,
  ].join('\n');
}

function table({ columns }: Phase, measured: readonly Measured[]): string {
  const ours = measured.find(({ contender }) => contender === 'plumb');
  const head = columns.flatMap(({ title, compared }) => (compared ? [title, 'ratio'] : [title]));
  const rows = measured.map((one) => [
    contenderNames[one.contender],
    ...columns.flatMap((column) =>
      column.compared ? [cell(column, one), ratio(column, one, ours)] : [cell(column, one)],
    ),
  ]);
  return markdownTable(['', ...head], rows);
}

/** The median, and between which values the middle half lies. */
function cell({ sample, unit }: Column, { samples, error }: Measured): string {
  const values = samples[sample];
  if (error !== null || values === undefined) return 'failed';
  const [middle, low, high] = [median(values), quantile(values, 0.25), quantile(values, 0.75)];
  return unit === 'memory'
    ? `${megabytes(middle)} MB (${megabytes(low)}–${megabytes(high)})`
    : `${milliseconds(middle)} ms (${milliseconds(low)}–${milliseconds(high)})`;
}

function ratio({ sample }: Column, one: Measured, ours: Measured | undefined): string {
  const [values, own] = [one.samples[sample], ours?.samples[sample]];
  if (values === undefined || own === undefined || one === ours || one.error !== null) return '';
  const times = median(values) / median(own);
  return `${times.toFixed(times < 10 ? 2 : 0)} ×`;
}

function milliseconds(time: number): string {
  return time < 100 ? time.toFixed(1) : time.toFixed(0).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
