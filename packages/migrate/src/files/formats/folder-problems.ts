import { MigrationProblem } from '../../contract/problem.ts';

export function sameVersion(shown: string, version: string, one: string, other: string): MigrationProblem {
  return new MigrationProblem('FILE_INVALID', `${one} and ${other} in ${shown} are both version ${version}.`, {
    hint: 'Give the newer one a version of its own, behind all others.',
  });
}

export function withoutUp(shown: string, down: string): MigrationProblem {
  return new MigrationProblem('FILE_INVALID', `${down} in ${shown} is a way down, and its way up is missing.`, {
    hint: 'Bring the file with the way up back, or remove this one.',
  });
}
