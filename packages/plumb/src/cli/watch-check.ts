import { Problem } from '../contract/problem.ts';
import type { ProjectCheckRequest } from '../project/check/check-project.ts';
import { FileChanges } from '../project/check/file-changes.ts';
import { watchedPlaces } from '../project/check/watched-places.ts';
import { shownPath } from '../project/schema/shown-path.ts';
import { type CheckFace, checkAnswer } from './check-answer.ts';
import type { CommandResult } from './command.ts';
import type { Context } from './context.ts';
import { problemText, resultText } from './print-answer.ts';

/** Clears what is shown and what scrolled away. */
const clear = '\u001b[2J\u001b[3J\u001b[H';

/** Checks again and again, whenever files change, until it is interrupted. */
export async function watchCheck(
  request: ProjectCheckRequest,
  face: CheckFace,
  context: Context,
): Promise<CommandResult> {
  const { cwd, signal, look, json } = context;
  if (json || face.format !== 'text') {
    throw new Problem('USAGE', '--watch shows text, again and again.', { hint: 'Leave out --format and --json.' });
  }
  const places = await watchedPlaces(request);
  if (places.length === 0) {
    throw new Problem('USAGE', 'There is nothing to watch: neither migrations nor a schema.', {
      hint: 'Name files, or the folder with --migrations.',
    });
  }
  const watched = places.map((place) => shownPath(cwd, place)).join(', ');
  const changes = new FileChanges(places);
  try {
    for (;;) {
      const text = await told(request, face, context);
      context.pauseProgress();
      await context.write(`${look.width === Number.POSITIVE_INFINITY ? '' : clear}${text}\n\n`);
      await context.write(`${look.muted(`Watching ${watched}. Ctrl-C ends it.`)}\n`);
      await changes.next(signal);
    }
  } finally {
    changes.close();
  }
}

/** What a check says; what kept it from running, such as a file that is half written, is no reason to end. */
async function told(request: ProjectCheckRequest, face: CheckFace, { look, signal }: Context): Promise<string> {
  try {
    const result = await checkAnswer(request, face);
    return result.failure === undefined ? resultText(result, look) : problemText(result.failure.problem, look);
  } catch (error) {
    signal.throwIfAborted();
    return problemText(error, look);
  }
}
