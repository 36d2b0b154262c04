import { Problem } from '../../contract/problem.ts';
import { errorCode, isGone } from '../../postgres/error-code.ts';

/** Throws what the server that holds the shadows failed with, as a person is told; anything else as it is. */
export function throwExplained(error: unknown): never {
  throw explained(error);
}

function explained(error: unknown): unknown {
  if (error instanceof Problem) return error.code === 'SERVER_LOST' ? lost(error.message, error) : error;
  if (isGone(error)) return lost('The server that holds the shadows stopped or was killed while it was in use.', error);
  if (errorCode(error) === '53100') {
    return new Problem('DISK_FULL', 'There is no space left where the shadows are.', {
      hint: `${unharmed} Free some space, run \`plumb shadow clean\`, or set PLUMB_HOME to a folder with more room.`,
      cause: error,
    });
  }
  return error;
}

function lost(message: string, cause: unknown): Problem {
  const hint = `${unharmed} Run the command again: the embedded server starts by itself, unless its disk is full.`;
  return new Problem('SERVER_LOST', message, { hint, cause });
}

const unharmed = 'Nothing of yours was changed.';
