import { errorMessage } from '../../contract/error-message.ts';
import { Problem } from '../../contract/problem.ts';
import { errorCode } from '../error-code.ts';

/** Tells why a file or folder could not be used, in terms of what to do about it. */
export function fileProblem(error: unknown, action: string, path: string): Problem {
  const code = errorCode(error);
  const options = { cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, options);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const reason = code === 'EROFS' ? 'the file system is read-only' : 'permission denied';
    return new Problem('NO_PERMISSION', `Could not ${action} ${path}: ${reason}.`, {
      ...options,
      hint: 'Give this user the right to write there, or set PLUMB_HOME to a folder that it can write.',
    });
  }
  const reason = errorMessage(error);
  return new Problem('NO_PERMISSION', `Could not ${action} ${path}: ${reason}`, options);
}

export function diskFull(path: string, options: { cause?: unknown } = {}): Problem {
  return new Problem('DISK_FULL', `There is no space left where ${path} is.`, {
    ...options,
    hint: 'Free some space, run `plumb shadow clean`, or set PLUMB_HOME to a folder with more room.',
  });
}
