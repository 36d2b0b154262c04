import { confirm, isCancel, select } from '@clack/prompts';
import { qualified } from '../catalog/identifier.ts';
import type { Hazard } from '../catalog/statement.ts';
import { Problem } from '../contract/problem.ts';
import type { RenameChoice } from '../plan/renames.ts';
import type { ProjectDiffRequest } from '../project/schema/diff-project.ts';
import type { Context } from './context.ts';

type Terminal = Pick<Context, 'pauseProgress' | 'questions' | 'signal'>;

/** What a person at a terminal is asked; undefined where nobody is there. */
export function diffQuestions(context: Context): ProjectDiffRequest['ask'] {
  if (!context.interactive) return undefined;
  return {
    chooseRenames: (choices) => askRenames(context, choices),
    allowLoss: (losses) => askLoss(context, losses),
  };
}

/** Asks of each thing that is gone whether it was renamed, and to what. */
async function askRenames(terminal: Terminal, choices: readonly RenameChoice[]): Promise<readonly RenameChoice[]> {
  terminal.pauseProgress();
  const chosen: RenameChoice[] = [];
  const lost = new Map(choices.map(({ was }) => [qualified(...was), was]));
  for (const name of lost.keys()) {
    const open = choices.filter(
      ({ was, is }) =>
        qualified(...was) === name && !chosen.some((other) => qualified(...other.is) === qualified(...is)),
    );
    const [first] = open;
    if (first === undefined) continue;
    const answer = await select<number>({
      ...asking(terminal),
      message: `The ${first.what} ${name} is gone. Was it renamed?`,
      options: [
        ...open.map(({ is }, index) => ({ value: index, label: `Renamed to ${qualified(...is)}` })),
        { value: -1, label: 'Dropped', hint: 'what it holds is lost' },
      ],
    });
    if (isCancel(answer)) throw givenUp();
    const choice = open[answer];
    if (choice !== undefined) chosen.push(choice);
  }
  return chosen;
}

/** Asks whether what a migration loses may be lost. */
async function askLoss(terminal: Terminal, losses: readonly Hazard[]): Promise<boolean> {
  terminal.pauseProgress();
  const answer = await confirm({
    ...asking(terminal),
    message: `This migration loses data:\n${losses.map(({ message }) => `  ${message}`).join('\n')}\nGo on?`,
    initialValue: false,
  });
  if (isCancel(answer)) throw givenUp();
  return answer;
}

function asking({ questions, signal }: Terminal): Terminal['questions'] & { readonly signal: AbortSignal } {
  return { ...questions, signal };
}

function givenUp(): Problem {
  return new Problem('INTERRUPTED', 'No migration was written.');
}
