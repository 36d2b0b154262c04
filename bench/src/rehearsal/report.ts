import { contenderReport } from '../contender-report.ts';
import { ratio } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { aspects } from './compare.ts';
import { accuracyPhases, contenderNames, timePhases } from './phases.ts';

const columns = [{ sample: 'total', title: 'in all', unit: 'time', compared: true }] as const;

/** Precision and recall, the cases that differ by their names, and times. */
export function report(measured: readonly Measured[]): readonly string[] {
  const accuracy = accuracyPhases.flatMap(({ id, major }) => {
    const found = measured.filter(({ phase }) => phase === id);
    return found.length === 0 ? [] : accuracyOf(major, found);
  });
  const phases = timePhases.map((phase) => ({ ...phase, columns }));
  const aims = [...accuracyAims(measured), ...timeAims(measured)];
  return [...accuracy, ...contenderReport(phases, contenderNames, measured, aims)];
}

function accuracyOf(major: number, cases: readonly Measured[]): readonly string[] {
  const differing = cases.filter(({ error }) => error !== null);
  const list = differing.map(({ contender, error }) => `- ${contender}: ${error}`);
  return [
    `#### ${cases.length} cases on PostgreSQL ${major}, ${differing.length} of which differ\n\n${tableOf(cases, '')}`,
    ...(list.length === 0 ? [] : [list.join('\n')]),
    `#### The same, predicted from their text\n\n${tableOf(cases, 'predicted ')}`,
  ];
}

function tableOf(cases: readonly Measured[], who: '' | 'predicted '): string {
  const rows = aspects.map((aspect) => {
    const [right, missed, invented] = countsOf(`${who}${aspect}`, cases);
    return [
      aspect,
      share(right, right + invented),
      share(right, right + missed),
      ...[right, missed, invented].map(String),
    ];
  });
  return markdownTable(['', 'precision', 'recall', 'right', 'missed', 'invented'], rows);
}

/** What wasn't run at all has no counts: see the list of those that differ. */
function countsOf(
  aspect: string,
  cases: readonly Measured[],
): readonly [right: number, missed: number, invented: number] {
  const sum = (what: string): number =>
    cases.reduce((total, { samples }) => total + (samples[`${aspect} ${what}`]?.[0] ?? 0), 0);
  return [sum('right'), sum('missed'), sum('invented')];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : (part / whole).toFixed(4);
}

function accuracyAims(measured: readonly Measured[]): readonly string[] {
  return accuracyPhases.flatMap(({ id, major }) => {
    const cases = measured.filter(({ phase }) => phase === id);
    if (cases.length === 0) return [];
    const differing = cases.filter(({ error }) => error !== null).length;
    const verdict = differing === 0 ? 'met' : 'not met';
    return [
      `- Precision and recall of 1 on PostgreSQL ${major}: **${verdict}**, ${differing} of ${cases.length} cases differ`,
    ];
  });
}

function timeAims(measured: readonly Measured[]): readonly string[] {
  const of = (phase: string, contender: string): Measured | undefined =>
    measured.find((one) => one.phase === phase && one.contender === contender);
  const aims = [
    { id: 'one-on-500-cached', words: 'in less time than to run them by hand', most: 1 },
    { id: 'all-1000', words: 'in less than three times of what it takes by hand', most: 3 },
  ];
  return aims.flatMap(({ id, words, most }) => {
    const times = ratio('total', of(id, 'plumb'), 'total', of(id, 'hand'));
    const title = timePhases.find((phase) => phase.id === id)?.title ?? id;
    if (times === null) return [];
    return [`- ${title}, ${words}: **${times < most ? 'met' : 'not met'}**, ${times.toFixed(2)} times of it`];
  });
}
