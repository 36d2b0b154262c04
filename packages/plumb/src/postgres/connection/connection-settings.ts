import { userInfo } from 'node:os';
import { Problem } from '../../contract/problem.ts';
import type { Environment } from './environment.ts';
import { oneOf } from './one-of.ts';
import type { ParameterName, Parameters } from './parameters.ts';
import { readServers, type ServerAddress } from './server-address.ts';
import { readTls, type TlsSettings } from './tls/tls-settings.ts';

/** All that is needed to connect: complete and checked. */
export interface ConnectionSettings {
  /** Tried in this order. At least one. */
  readonly servers: readonly [ServerAddress, ...ServerAddress[]];
  readonly database: string;
  readonly user: string;
  readonly tls: TlsSettings;
  readonly channelBinding: ChannelBinding;
  readonly applicationName: string;
  /** Seconds for each address that is tried; 0 waits for ever. */
  readonly connectTimeout: number;
  /** Command-line options for the server's session, such as `-c search_path=app`. */
  readonly options: string | null;
  readonly targetSession: TargetSession;
}

export const targetSessions = ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'] as const;
export type TargetSession = (typeof targetSessions)[number];

export const channelBindings = ['disable', 'prefer', 'require'] as const;
export type ChannelBinding = (typeof channelBindings)[number];

export interface Surroundings {
  readonly env?: Environment;
  /** What a parameter is called in messages: `sslmode in DATABASE_URL`, `PGSSLMODE`. */
  readonly nameOf?: (parameter: ParameterName) => string;
  readonly onWarning?: (warning: string) => void;
}

/** Surroundings in which every parameter has a name. */
export type NamedSurroundings = Surroundings & Required<Pick<Surroundings, 'nameOf'>>;

const defaultConnectTimeout = 10;
export const defaultApplicationName = 'plumb';

/**
 * Completes parameters with libpq's defaults: the system's user, the database of the user's name, the password file.
 * Environment variables and service files are the caller's to add: it knows their rank among the other places.
 */
export function connectionSettings(parameters: Parameters, surroundings: Surroundings = {}): ConnectionSettings {
  const nameOf = surroundings.nameOf ?? ((parameter) => parameter);
  const user = parameters.user ?? systemUser();
  const database = parameters.dbname ?? user;
  return {
    servers: readServers(parameters, { user, database }, { ...surroundings, nameOf }),
    database,
    user,
    tls: readTls(parameters, { ...surroundings, nameOf }),
    channelBinding: oneOf(channelBindings, parameters.channel_binding ?? 'disable', nameOf('channel_binding')),
    applicationName: parameters.application_name ?? parameters.fallback_application_name ?? defaultApplicationName,
    connectTimeout: seconds(parameters.connect_timeout, nameOf('connect_timeout')),
    options: parameters.options ?? null,
    targetSession: oneOf(targetSessions, parameters.target_session_attrs ?? 'any', nameOf('target_session_attrs')),
  };
}

/** The user that libpq would connect as when none is named. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // a container's user without a line in /etc/passwd
    return 'postgres';
  }
}

function seconds(value: string | undefined, name: string): number {
  if (value === undefined) return defaultConnectTimeout;
  if (/^\s*-?\d+\s*$/.test(value)) return Math.max(0, Number(value));
  throw new Problem('CONFIG_INVALID', `${name} is not a whole number of seconds.`);
}
