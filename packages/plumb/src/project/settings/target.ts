import { type ConnectionSettings, connectionSettings } from '../../postgres/connection/connection-settings.ts';
import type { Environment } from '../../postgres/connection/environment.ts';
import { type ParameterName, type Parameters, parameterNames } from '../../postgres/connection/parameters.ts';
import type { ServerChoice } from './choose-server.ts';
import type { Setting, Source } from './source.ts';

/** Completes the description of a server, and lists its settings with their places. */
export function resolveTarget(
  { description }: ServerChoice,
  env: Environment,
  onWarning: (warning: string) => void,
): { readonly connection: ConnectionSettings; readonly settings: readonly Setting[] } {
  const parameters: Partial<Record<ParameterName, string>> = {};
  for (const name of parameterNames) {
    const value = description[name]?.value;
    if (value !== undefined) parameters[name] = value;
  }
  const nameOf = (name: ParameterName): string => description[name]?.name ?? name;
  const connection = connectionSettings(parameters, { env, nameOf, onWarning });
  return { connection, settings: listed(connection, parameters, (name) => description[name]?.source ?? null) };
}

/** Always shown; the others only where somebody set them. */
const common: readonly ParameterName[] = ['host', 'port', 'dbname', 'user', 'password', 'sslmode'];
const secrets: readonly ParameterName[] = ['password', 'sslpassword'];

function listed(
  connection: ConnectionSettings,
  parameters: Parameters,
  sourceOf: (name: ParameterName) => Source | null,
): Setting[] {
  const rest = parameterNames.filter((name) => !common.includes(name) && parameters[name] !== undefined);
  return [...common, ...rest].map((name) => {
    const source = sourceOf(name);
    const value = parameters[name];
    if (source === null || value === undefined) return completed(name, connection);
    return { name, value: secrets.includes(name) ? '********' : value, source };
  });
}

/** A setting that no place states: what it is completed with. */
function completed(name: ParameterName, { servers, database, user, tls }: ConnectionSettings): Setting {
  switch (name) {
    case 'host':
      return byDefault(name, servers[0].host, "PostgreSQL's default");
    case 'port':
      return byDefault(name, servers[0].port, "PostgreSQL's default");
    case 'dbname':
      return byDefault(name, database, "the user's name");
    case 'user':
      return byDefault(name, user, 'the user of this machine');
    case 'password': {
      const file = servers.find(({ passwordFile }) => passwordFile !== null)?.passwordFile ?? null;
      if (file === null) return byDefault(name, null, 'none given');
      return { name, value: '********', source: { kind: 'pgpass', detail: file } };
    }
    case 'sslmode':
      return tls.mode === null
        ? byDefault(name, 'automatic', 'verify-full over the internet, prefer on private networks')
        : byDefault(name, tls.mode, 'since the server is to be verified');
    default:
      return byDefault(name, null, 'not set');
  }
}

export function byDefault(name: string, value: string | number | null, detail: string): Setting {
  return { name, value, source: { kind: 'default', detail } };
}
