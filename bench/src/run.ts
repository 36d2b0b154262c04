import type { RunOptions } from './benchmark.ts';
import { Children } from './children.ts';
import { fileSystemOf, withoutJournal } from './file-system.ts';
import type { Measured } from './results.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Gives a place to work in and children that run a program there; afterwards nothing is left of them. */
export async function inWorkplace<Result>(
  program: string,
  { progress, signal }: Pick<RunOptions, 'progress' | 'signal'>,
  work: (children: Children, workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const workplace = openWorkplace(program);
  if (fileSystemOf(workplace.root) === withoutJournal) progress(journalWarning);
  const children = new Children(workplace);
  const closing = (): void => void children.close();
  signal.addEventListener('abort', closing);
  try {
    return await work(children, workplace);
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

export interface Turns<Id extends string> extends Pick<RunOptions, 'rounds' | 'progress' | 'signal'> {
  readonly phase: string;
  readonly contenders: readonly Id[];
  readonly nameOf: (contender: Id) => string;
  readonly measure: (contender: Id, round: number) => Promise<Measured['samples']>;
}

/** Measures all contenders in turn, then again, so that what else the machine does meets all of them. */
export async function takeTurns<Id extends string>(turns: Turns<Id>): Promise<Measured[]> {
  const { phase, rounds, progress, signal } = turns;
  const measured = new Map<Id, Measured>();
  for (let round = 1; round <= rounds; round++) {
    for (const contender of turns.contenders) {
      const before = measured.get(contender);
      if (before?.error) continue;
      progress(`${phase}, round ${round} of ${rounds}: ${turns.nameOf(contender)}`);
      try {
        const samples = joined(before?.samples, await turns.measure(contender, round));
        measured.set(contender, { phase, contender, samples, error: null });
      } catch (error) {
        signal.throwIfAborted();
        const message = error instanceof Error ? error.message : String(error);
        progress(message);
        measured.set(contender, { phase, contender, samples: before?.samples ?? {}, error: message });
      }
    }
  }
  return [...measured.values()];
}

function joined(before: Measured['samples'] = {}, samples: Measured['samples']): Measured['samples'] {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, [...(before[name] ?? []), ...values]]),
  );
}
