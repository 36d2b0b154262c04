import type { Benchmark } from '../benchmark.ts';
import { contenderReport } from '../contender-report.ts';
import { ratio } from '../figures.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { pairsPhases } from './judged-pairs.ts';
import { findingsPhase, runNames, speedPhases } from './phases.ts';
import { runCheck } from './run-check.ts';
import { rivals, toolNames } from './tools.ts';

const columns = [{ sample: 'total', title: 'in all', unit: 'time', compared: true }] as const;

/** What reviews of migrations find, and how long they take, beside others. */
export const check: Benchmark = {
  name: 'check',
  phases: [...speedPhases.map(({ id }) => id), findingsPhase, ...Object.keys(pairsPhases)],
  quickPhases: ['1'],
  rivals,
  packages: ['pgplumb', '@squawk-cli/linux-x64', '@postgres-language-server/cli-x86_64-linux-gnu'],
  run: runCheck,
  report: (measured) => [
    ...contenderReport(
      speedPhases.map((phase) => ({ ...phase, columns })),
      runNames,
      measured.filter(({ phase }) => phase !== findingsPhase && !(phase in pairsPhases)),
      aims(measured),
    ),
    judgedTable(
      'Findings',
      ['dangerous ones found', 'harmless ones left alone', 'twins told apart'],
      measured,
      findingsPhase,
    ),
    ...Object.entries(pairsPhases).map(([phase, { title }]) =>
      judgedTable(title, ['wrong ones found', 'right ones left alone', 'pairs told apart'], measured, phase),
    ),
  ],
};

function judgedTable(title: string, names: readonly string[], all: readonly Measured[], phase: string): string {
  const measured = all.filter((one) => one.phase === phase);
  const rows = measured.map(({ contender, samples, error }) => [
    Object.entries(toolNames).find(([id]) => id === contender)?.[1] ?? contender,
    ...(['found', 'quiet', 'apart'] as const).map((sample) =>
      error === null ? share(samples[sample] ?? []) : 'failed',
    ),
  ]);
  return rows.length === 0 ? '' : `#### ${title}\n\n${markdownTable(['', ...names], rows)}`;
}

function share(judged: readonly number[]): string {
  const right = judged.reduce((sum, one) => sum + one, 0);
  return `${right} of ${judged.length}`;
}

/** What was aimed at, and whether it was met, in lines of Markdown. */
function aims(measured: readonly Measured[]): string[] {
  const told = (contender: string): Measured | undefined =>
    measured.find((one) => one.phase === findingsPhase && one.contender === contender);
  const right = (one: Measured | undefined): number =>
    Object.values(one?.samples ?? {})
      .flat()
      .reduce((sum, each) => sum + each, 0);
  const isAhead = rivals.every((rival) => right(told('plumb')) > right(told(rival)));
  const speed = speedPhases.flatMap(({ id, title }) => {
    const of = (contender: string): Measured | undefined =>
      measured.find((one) => one.phase === id && one.contender === contender);
    const [byText, rehearsed] = ['plumb-static', 'plumb'].map((ours) =>
      ratio('total', of(ours), 'total', of('squawk')),
    );
    return byText == null || rehearsed == null
      ? []
      : [
          `- ${title}: by their text alone in ${byText.toFixed(1)} times of what squawk takes, the newest rehearsed in ${rehearsed.toFixed(1)} times of it`,
        ];
  });
  const findings = `- Findings: **${isAhead ? 'met' : 'not met'}**, ahead of the others in what is judged rightly`;
  return told('plumb') === undefined ? speed : [findings, ...speed];
}
