import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { errorMessage } from '../../contract/error-message.ts';
import { Problem } from '../../contract/problem.ts';
import type { Environment } from '../../postgres/connection/environment.ts';

/** Variables of one rank: those of the environment, or of one .env file. */
export interface VariableLevel {
  readonly kind: 'environment' | 'env-file';
  /** `the environment`, `.env.local`. */
  readonly place: string;
  /** The folder that relative file names are meant from. */
  readonly folder: string;
  readonly variables: Environment;
}

/** The environment, then what `.env.local` and `.env` of the project say. */
export function variableLevels(env: Environment, cwd: string, root: string): readonly VariableLevel[] {
  return [
    { kind: 'environment', place: 'the environment', folder: cwd, variables: env },
    ...['.env.local', '.env'].flatMap((name) => readEnvFile(name, root)),
  ];
}

function readEnvFile(name: string, root: string): VariableLevel[] {
  const file = join(root, name);
  if (!existsSync(file)) return [];
  try {
    return [{ kind: 'env-file', place: name, folder: root, variables: parseEnv(readFileSync(file, 'utf8')) }];
  } catch (error) {
    throw new Problem('NO_PERMISSION', `${file} could not be read: ${errorMessage(error)}`, {
      cause: error,
    });
  }
}

/** The variables of all levels as one, the higher levels' first. */
export function mergedVariables(levels: readonly VariableLevel[]): Environment {
  return Object.assign({}, ...levels.map(({ variables }) => variables).toReversed());
}

/** A variable's value where it is set to something; tools that expand `${…}` in .env files are not followed. */
export function variable({ kind, place, variables }: VariableLevel, name: string): string | undefined {
  const value = variables[name];
  if (value === undefined || value === '') return undefined;
  if (kind === 'env-file' && /\$\{\w+\}/.test(value)) {
    throw new Problem(
      'CONFIG_INVALID',
      `${name} in ${place} refers to another variable with \${…}, which plumb does not expand.`,
      {
        hint: `Write the value of ${name} out, or set ${name} in the environment.`,
      },
    );
  }
  return value;
}
