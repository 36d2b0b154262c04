import { MigrationProblem } from '../contract/problem.ts';

/** The version that a user means: all of it, or the beginning of one alone, such as its time. */
export function chooseVersion(wanted: string, versions: readonly string[]): string {
  if (versions.includes(wanted)) return wanted;
  const [found, ...others] = versions.filter((version) => version.startsWith(wanted));
  if (found !== undefined && others.length === 0) return found;
  const what = found === undefined ? 'There is no migration' : 'More than one migration begins with';
  const names = found === undefined ? versions.slice(-5) : [found, ...others];
  throw new MigrationProblem('USAGE', `${what} ${wanted}.`, {
    hint: names.length === 0 ? 'There are none at all.' : `There is ${names.join(', ')}.`,
  });
}
