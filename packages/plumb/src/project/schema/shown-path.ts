import { relative, sep } from 'node:path';

/** A path as a person in a folder would write it, the same on every machine. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).replaceAll(sep, '/') || '.';
}
