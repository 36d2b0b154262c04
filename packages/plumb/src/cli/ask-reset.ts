import { confirm, isCancel } from '@clack/prompts';
import type { ResetQuestion } from '../project/migrations/reset.ts';
import type { Context } from './context.ts';

const mostListed = 10;

/** Asks whether a database may be emptied, with what would be lost for good. */
export async function askReset(
  { pauseProgress, questions, signal }: Pick<Context, 'pauseProgress' | 'questions' | 'signal'>,
  { database, strangers }: ResetQuestion,
): Promise<boolean> {
  pauseProgress();
  const more = strangers.length - mostListed;
  const lost = [
    ...strangers.slice(0, mostListed).map((object) => `  ${object}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
  const answer = await confirm({
    ...questions,
    signal,
    message: [
      `Everything in ${database} is dropped and built anew.`,
      ...(lost.length === 0 ? [] : ['No migration makes these, and they will not come back:', ...lost]),
      'Go on?',
    ].join('\n'),
    initialValue: lost.length === 0,
  });
  return !isCancel(answer) && answer;
}
