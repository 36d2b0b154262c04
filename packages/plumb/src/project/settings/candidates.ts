import { libpqVariables, parametersOf } from '../../postgres/connection/environment.ts';
import { type ParameterName, type Parameters, sslmodeOfSwitch } from '../../postgres/connection/parameters.ts';
import { parseConnectionString } from '../../postgres/connection/parse-connection-string.ts';
import { type Description, describe } from './description.ts';
import type { Source, SourceKind } from './source.ts';
import { type VariableLevel, variable } from './variables.ts';

/** A place that says something of the database server. */
export interface Candidate {
  readonly family: 'url' | 'postgres' | 'libpq' | 'service';
  /** Lower goes first: flag, environment, configuration, `.env.local`, `.env`. */
  readonly rank: number;
  /** `DATABASE_URL in .env`, `POSTGRES_* in the environment`. */
  readonly title: string;
  readonly description: Description;
}

/** A connection string and where it stands. */
export interface GivenUrl {
  readonly text: string;
  readonly kind: SourceKind;
  /** `--url`, `database.url in plumb.config.ts`. */
  readonly title: string;
  readonly folder: string;
}

export function urlCandidate({ text, kind, title, folder }: GivenUrl, rank: number): Candidate {
  const source: Source = { kind, detail: title };
  const parameters = parseConnectionString(text, title);
  const description = describe(parameters, folder, (parameter) => ({ source, name: `${parameter} in ${title}` }));
  return { family: 'url', rank, title, description };
}

/** What the variables of one level say: DATABASE_URL, then POSTGRES_*, then PG*. */
export function variableCandidates(level: VariableLevel, rank: number): Candidate[] {
  const { kind, place, folder } = level;
  const url = variable(level, 'DATABASE_URL');
  const title = `DATABASE_URL in ${place}`;
  return [
    ...(url === undefined ? [] : [urlCandidate({ text: url, kind, title, folder }, rank)]),
    ...family('postgres', 'POSTGRES_*', postgresVariables(level), level, rank),
    ...family('libpq', 'PG*', libpqValues(level), level, rank),
  ];
}

/** Which variable states a parameter, and what it says. */
type Values = readonly { readonly parameter: ParameterName; readonly variable: string; readonly value: string }[];

function family(
  name: 'postgres' | 'libpq',
  words: string,
  values: Values,
  level: VariableLevel,
  rank: number,
): Candidate[] {
  if (values.length === 0) return [];
  const parameters: Parameters = parametersOf(values);
  const description = describe(parameters, level.folder, (parameter) => {
    const stated = values.find((value) => value.parameter === parameter);
    const title = `${stated?.variable ?? words} in ${level.place}`;
    return { source: { kind: level.kind, detail: title }, name: title };
  });
  return [{ family: name, rank, title: `${words} in ${level.place}`, description }];
}

/** `POSTGRES_DB` is how PostgreSQL's container images call the database; `POSTGRES_DATABASE` goes first. */
const postgresNames: readonly (readonly [string, ParameterName])[] = [
  ['POSTGRES_HOST', 'host'],
  ['POSTGRES_PORT', 'port'],
  ['POSTGRES_DB', 'dbname'],
  ['POSTGRES_DATABASE', 'dbname'],
  ['POSTGRES_USER', 'user'],
  ['POSTGRES_PASSWORD', 'password'],
  ['POSTGRES_SSL', 'sslmode'],
];

function postgresVariables(level: VariableLevel): Values {
  const values = postgresNames.flatMap(([name, parameter]) => {
    const value = variable(level, name);
    if (value === undefined) return [];
    return [{ parameter, variable: name, value: parameter === 'sslmode' ? sslmodeOfSwitch(value) : value }];
  });
  const hidden = level.variables.POSTGRES_DATABASE ? 'POSTGRES_DB' : null;
  return values.filter(({ variable }) => variable !== hidden);
}

function libpqValues(level: VariableLevel): Values {
  const values = libpqVariables(level.variables, `${level.place.charAt(0).toUpperCase()}${level.place.slice(1)}`);
  return values.filter((value) => variable(level, value.variable) !== undefined);
}
