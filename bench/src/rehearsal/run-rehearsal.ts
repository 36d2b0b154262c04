import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from '../benchmark.ts';
import type { Children } from '../children.ts';
import type { Measured } from '../results.ts';
import { inWorkplace, takeTurns } from '../run.ts';
import type { Workplace } from '../workplace.ts';
import { readCases } from './cases.ts';
import type { ComparedCase } from './compare-subject.ts';
import type { Order } from './order.ts';
import { accuracyPhases, type ContenderId, contenderNames, timePhases } from './phases.ts';

const program = fileURLToPath(new URL('./child.js', import.meta.url));

export function runRehearsal({ only, against, ...options }: RunOptions): Promise<Measured[]> {
  const isChosen = ({ id }: { readonly id: string }): boolean => only.some((name) => id.startsWith(name));
  // on the newest major, unless others are asked for
  const accuracy = only.length === 0 ? accuracyPhases.slice(0, 1) : accuracyPhases.filter(isChosen);
  const times = only.length === 0 ? timePhases : timePhases.filter(isChosen);
  const contenders: readonly ContenderId[] =
    against.length === 0 || against.includes('hand') ? ['plumb', 'hand'] : ['plumb'];
  return inWorkplace(program, options, async (children, workplace) => {
    const serve = (major: number): Promise<string> => served(children, workplace, major);
    const measured: Measured[] = [];
    for (const { id: phase, major } of accuracy) {
      const folder = await serve(major);
      const subjects = new Set(readCases().map(({ name }) => name.split('/')[0] ?? ''));
      for (const subject of subjects) {
        options.progress(`${phase}: ${subject}`);
        const result = join(folder, `${subject}.json`);
        const order: Order = { task: 'compare', folder, major, subject, result };
        await children.run({ order, folder: `server-${major}` });
        const found: readonly ComparedCase[] = JSON.parse(readFileSync(result, 'utf8'));
        measured.push(
          ...found.map(({ name, samples, differences }) => ({
            phase,
            contender: name,
            samples,
            error: differences.length === 0 ? null : differences.join('; '),
          })),
        );
      }
    }
    const folder = times.length === 0 ? '' : await serve(18);
    for (const { id: phase } of times) {
      measured.push(
        ...(await takeTurns<ContenderId>({
          ...options,
          phase,
          contenders,
          nameOf: (contender) => contenderNames[contender],
          measure: (contender, round) => {
            const order: Order = { task: 'time', folder, contender, phase, round };
            return children.run({ order, folder: 'server-18' });
          },
        })),
      );
    }
    return measured;
  });
}

const running = new Map<string, Promise<unknown>>();

/** The folder of a server of a major, which is started once. */
async function served(children: Children, workplace: Workplace, major: number): Promise<string> {
  const name = `server-${major}`;
  const folder = workplace.folder(name);
  const started =
    running.get(folder) ?? children.run({ order: { task: 'serve', folder, major }, folder: name, stays: true });
  running.set(folder, started);
  await started;
  return folder;
}
