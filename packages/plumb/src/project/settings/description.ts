import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  fileParameters,
  type ParameterName,
  type Parameters,
  parameterNames,
} from '../../postgres/connection/parameters.ts';
import type { Source } from './source.ts';

/** One connection parameter as some place has it. */
export interface Stated {
  readonly value: string;
  readonly source: Source;
  /** What messages call it: `sslmode in DATABASE_URL in .env`, `PGPORT in the environment`. */
  readonly name: string;
}

/** What one place says of a server. */
export type Description = Readonly<Partial<Record<ParameterName, Stated>>>;

export function describe(
  parameters: Parameters,
  folder: string,
  origin: (parameter: ParameterName) => Pick<Stated, 'source' | 'name'>,
): Description {
  const description: Partial<Record<ParameterName, Stated>> = {};
  for (const parameter of parameterNames) {
    const value = parameters[parameter];
    if (value !== undefined) description[parameter] = { value: placed(parameter, value, folder), ...origin(parameter) };
  }
  return description;
}

/** Whether a description says which server is meant. */
export function namesServer({ host, hostaddr, service }: Description): boolean {
  return host !== undefined || hostaddr !== undefined || service !== undefined;
}

/** Whether a description is of another server than the one that was chosen. */
export function namesOther(description: Description, chosen: Description): boolean {
  return (['host', 'hostaddr'] as const).some((parameter) => {
    const value = description[parameter]?.value;
    return value !== undefined && value !== chosen[parameter]?.value;
  });
}

/** Relative files are meant from the folder of the place that names them. */
function placed(parameter: ParameterName, value: string, folder: string): string {
  if (!fileParameters.includes(parameter) || (parameter === 'sslrootcert' && value === 'system')) return value;
  return value.startsWith('~/') ? join(homedir(), value.slice(2)) : resolve(folder, value);
}
