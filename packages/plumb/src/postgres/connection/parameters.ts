import { Problem } from '../../contract/problem.ts';
import { nearest } from './nearest.ts';

/** The connection parameters that plumb gives effect to, by libpq's names. */
export const parameterNames = [
  'service',
  'servicefile',
  'host',
  'hostaddr',
  'port',
  'dbname',
  'user',
  'password',
  'passfile',
  'sslmode',
  'sslnegotiation',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
  'ssl_min_protocol_version',
  'channel_binding',
  'application_name',
  'fallback_application_name',
  'connect_timeout',
  'options',
  'target_session_attrs',
] as const;

export type ParameterName = (typeof parameterNames)[number];

/** Connection parameters as they were written, before anything is completed or checked. */
export type Parameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Parameters whose value is a file; a relative one is meant from somewhere. */
export const fileParameters: readonly ParameterName[] = ['passfile', 'servicefile', 'sslrootcert', 'sslcert', 'sslkey'];

/** libpq's parameters that ask for a safety which plumb would silently not give. */
const refused = ['requirepeer', 'require_auth', 'sslcrl', 'sslcrldir', 'ssl_max_protocol_version', 'replication'];

/** Their environment variables. */
export const refusedVariables = [
  'PGREQUIREPEER',
  'PGREQUIREAUTH',
  'PGSSLCRL',
  'PGSSLCRLDIR',
  'PGSSLMAXPROTOCOLVERSION',
];

/** libpq's parameters that make no difference here. */
const withoutEffect = [
  'client_encoding',
  'gssdelegation',
  'gssencmode',
  'gsslib',
  'keepalives',
  'keepalives_count',
  'keepalives_idle',
  'keepalives_interval',
  'krbsrvname',
  'load_balance_hosts',
  'max_protocol_version',
  'min_protocol_version',
  'sslcertmode',
  'sslcompression',
  'sslkeylogfile',
  'sslsni',
  'tcp_user_timeout',
];

/** What Prisma, node-postgres, poolers and hosts write into the URLs that people share with plumb. */
const ofOtherTools = [
  'connection_limit',
  'connectionlimit',
  'idle_timeout',
  'max',
  'max_lifetime',
  'pgbouncer',
  'pool',
  'pool_mode',
  'pool_timeout',
  'prepare',
  'schema',
  'serverversion',
  'charset',
  'single_use_connections',
  'socket_timeout',
  'statement_cache_size',
  'supa',
  'sslaccept',
  'sslidentity',
  'uselibpqcompat',
  'workaround',
];

/** Words for yes and no, as `ssl=` and `POSTGRES_SSL` take them. */
const switches: Readonly<Record<string, string>> = {
  true: 'verify-full',
  yes: 'verify-full',
  on: 'verify-full',
  '1': 'verify-full',
  false: 'disable',
  no: 'disable',
  off: 'disable',
  '0': 'disable',
};

/** The sslmode that `ssl=` or `POSTGRES_SSL` stands for; a word that is no switch is taken as an sslmode itself. */
export function sslmodeOfSwitch(value: string): string {
  return switches[value.toLowerCase()] ?? value.toLowerCase();
}

/**
 * Sorts one written parameter: [name, value] when it has an effect, null when it has none here.
 * A misspelt one is refused, since a lost `sslmode` would mean less safety than was asked for; a stranger is not, since
 * many tools put their own into the same URL.
 */
export function readParameter(key: string, value: string, origin: string): readonly [ParameterName, string] | null {
  if (key === 'ssl') return ['sslmode', sslmodeOfSwitch(value)];
  if (key === 'requiressl') return value === '1' ? ['sslmode', 'require'] : null;
  const name = parameterNames.find((candidate) => candidate === key);
  if (name !== undefined) return [name, value];
  if (refused.includes(key)) throw refusedParameter(key, origin);
  if (withoutEffect.includes(key) || ofOtherTools.includes(key.toLowerCase())) return null;
  const [meant] = nearest(key, parameterNames);
  if (meant === undefined && !/^(ssl|tls)/i.test(key)) return null;
  throw new Problem('CONFIG_INVALID', `${origin} has the parameter ${key}, which PostgreSQL's clients don't know.`, {
    hint: `Did you mean ${meant ?? 'sslmode'}?`,
  });
}

export function refusedParameter(key: string, origin: string): Problem {
  return new Problem('CONFIG_INVALID', `${origin} asks for ${key}, which plumb does not support.`, {
    hint: `Take ${key} away for plumb, so that nobody believes it holds.`,
  });
}
