import { type ParameterName, type Parameters, refusedParameter, refusedVariables } from './parameters.ts';

/** Environment variables: of the process, or as an .env file has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment variables that libpq reads, with the parameter that each stands for. */
const variables: Readonly<Record<string, ParameterName>> = {
  PGHOST: 'host',
  PGHOSTADDR: 'hostaddr',
  PGPORT: 'port',
  PGDATABASE: 'dbname',
  PGUSER: 'user',
  PGPASSWORD: 'password',
  PGPASSFILE: 'passfile',
  PGSERVICE: 'service',
  PGSERVICEFILE: 'servicefile',
  PGSSLMODE: 'sslmode',
  PGSSLNEGOTIATION: 'sslnegotiation',
  PGSSLROOTCERT: 'sslrootcert',
  PGSSLCERT: 'sslcert',
  PGSSLKEY: 'sslkey',
  PGSSLMINPROTOCOLVERSION: 'ssl_min_protocol_version',
  PGCHANNELBINDING: 'channel_binding',
  PGAPPNAME: 'application_name',
  PGCONNECT_TIMEOUT: 'connect_timeout',
  PGOPTIONS: 'options',
  PGTARGETSESSIONATTRS: 'target_session_attrs',
};

export interface VariableValue {
  readonly parameter: ParameterName;
  readonly variable: string;
  readonly value: string;
}

/** What the `PG*` variables say. As in libpq, an empty one counts as not set. */
export function libpqVariables(env: Environment, origin = 'The environment'): VariableValue[] {
  const refused = refusedVariables.find((variable) => env[variable]);
  if (refused !== undefined) throw refusedParameter(refused, origin);
  return Object.entries(variables).flatMap(([variable, parameter]) => {
    const value = env[variable];
    return value === undefined || value === '' ? [] : [{ parameter, variable, value }];
  });
}

export function parametersOf(values: readonly VariableValue[]): Parameters {
  return Object.fromEntries(values.map(({ parameter, value }) => [parameter, value]));
}
