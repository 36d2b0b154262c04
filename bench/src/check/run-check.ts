import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { takeTurns } from '../run.ts';
import { openWorkplace, type Workplace } from '../workplace.ts';
import { judgedPairs, type PairsPhase } from './judged-pairs.ts';
import { judgements } from './judgements.ts';
import { findingsPhase, mostRehearsed, type RunId, runNames, type SpeedPhase, speedPhases } from './phases.ts';
import {
  languageServerConfig,
  languageServerProgram,
  type Place,
  plumbProgram,
  printed,
  squawkProgram,
  type ToolId,
  toolNames,
} from './tools.ts';
import { writeFiles } from './write-files.ts';

export async function runCheck({ only, against, ...options }: RunOptions): Promise<Measured[]> {
  const isChosen = (id: string): boolean => only.length === 0 || only.some((name) => id.startsWith(name));
  const takesPart = (id: string): boolean =>
    id.startsWith('plumb') || against.length === 0 || against.some((name) => id === name);
  const workplace = openWorkplace(plumbProgram);
  try {
    const measured: Measured[] = [];
    for (const phase of speedPhases.filter(({ id }) => isChosen(id))) {
      const contenders = Object.keys(runNames)
        .filter((id): id is RunId => id in runNames && takesPart(id))
        .filter((id) => id !== 'plumb-all' || phase.files <= mostRehearsed);
      measured.push(
        ...(await takeTurns<RunId>({
          ...options,
          phase: phase.id,
          contenders,
          nameOf: (id) => runNames[id],
          measure: (id, round) => timed(id, phase, round, workplace),
        })),
      );
    }
    if (isChosen(findingsPhase)) measured.push(...(await judged(findingsPhase, takesPart, workplace, options)));
    for (const phase of ['schemas', 'queries'] as const) {
      // what text alone says of a schema or a query is what rules say of a part of it
      const isWhole = (id: string): boolean => id !== 'plumb-static' && takesPart(id);
      if (isChosen(phase)) measured.push(...(await judged(phase, isWhole, workplace, options)));
    }
    return measured;
  } finally {
    await workplace.remove();
  }
}

/** Each tool looks at each case once. */
function judged(
  phase: typeof findingsPhase | PairsPhase,
  takesPart: (id: string) => boolean,
  workplace: Workplace,
  options: Pick<RunOptions, 'progress' | 'signal'>,
): Promise<Measured[]> {
  return takeTurns<ToolId>({
    ...options,
    rounds: 1,
    phase,
    contenders: Object.keys(toolNames).filter((id): id is ToolId => id in toolNames && takesPart(id)),
    nameOf: (id) => toolNames[id],
    measure: (id) => {
      const place = (files: Readonly<Record<string, string>>): Place => placeWith(files, workplace);
      return phase === findingsPhase ? judgements(id, options, place) : judgedPairs(phase, id, options, place);
    },
  });
}

let places = 0;

function placeWith(files: Readonly<Record<string, string>>, workplace: Workplace): Place {
  const cwd = workplace.folder(`place-${places++}`);
  for (const [name, text] of Object.entries({ ...files, ...languageServerConfig })) {
    writeFileSync(join(cwd, name), text);
  }
  return { cwd, workplace };
}

async function timed(id: RunId, phase: SpeedPhase, round: number, workplace: Workplace): Promise<Measured['samples']> {
  const place = placeWith({}, workplace);
  writeFiles(place.cwd, phase.files, `${id} ${round}`);
  const plumb = (...args: readonly string[]): Promise<unknown> =>
    printed(process.execPath, [plumbProgram, 'check', '--fail-on', 'never', ...args], place);
  // the server runs, as it does while somebody works
  await printed(process.execPath, [plumbProgram, 'sql', '--shadow', 'select 1'], place);
  const runs: Record<RunId, () => Promise<unknown>> = {
    plumb: () => plumb('--last', '1'),
    'plumb-first': () => plumb('--last', '1'),
    'plumb-all': () => plumb('--all'),
    'plumb-static': () => plumb('--all', '--static'),
    'plumb-queries': () => plumb('--queries', ...Array.from({ length: phase.files }, (_, at) => `queries/${at}.sql`)),
    squawk: () => printed(squawkProgram, ['db/migrations/*.sql'], place),
    'postgres-language-server': () =>
      printed(languageServerProgram, ['check', '--disable-db', '--max-diagnostics=10000', 'db/migrations'], place),
  };
  if (id === 'plumb' || id === 'plumb-queries') await runs[id]();
  const start = performance.now();
  await runs[id]();
  return { total: [performance.now() - start] };
}
