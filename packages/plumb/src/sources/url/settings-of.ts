import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ConnectionSettings, connectionSettings } from '../../postgres/connection/connection-settings.ts';
import { libpqVariables, parametersOf } from '../../postgres/connection/environment.ts';
import { fileParameters, type ParameterName, type Parameters } from '../../postgres/connection/parameters.ts';
import { parseConnectionString } from '../../postgres/connection/parse-connection-string.ts';
import { readService } from '../../postgres/connection/service-file.ts';
import type { Where } from '../schema-source.ts';

/** Completes a connection string as libpq does: from its service, then from the PG* variables. */
export function settingsOf(text: string, { cwd, env }: Where): ConnectionSettings {
  const written = parseConnectionString(text, 'the source');
  const { service, servicefile } = written;
  const ofService = service === undefined ? {} : readService(service, servicefile, env).parameters;
  const stated = { ...ofService, ...written };
  const surroundings = parametersOf(libpqVariables(env));
  return connectionSettings(placed({ ...fitting(surroundings, stated), ...stated }, cwd), {
    env,
    nameOf: (parameter) => `${parameter} of the source`,
  });
}

/** Neither a port nor a password may reach a server or a user that it wasn't set for. */
function fitting(surroundings: Parameters, stated: Parameters): Parameters {
  const { host, hostaddr, port, service, servicefile, ...anywhere } = surroundings;
  const namesServer = stated.host !== undefined || stated.hostaddr !== undefined;
  const server = namesServer ? {} : given({ host, hostaddr, port });
  const { password, ...rest } = anywhere;
  const otherUser = stated.user !== undefined && rest.user !== undefined && rest.user !== stated.user;
  return { ...server, ...rest, ...(otherUser ? {} : given({ password })) };
}

function given(parameters: Partial<Record<ParameterName, string | undefined>>): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

function placed(parameters: Parameters, cwd: string): Parameters {
  const paths = fileParameters.flatMap((name) => {
    const value = parameters[name];
    if (value === undefined || value === 'system') return [];
    return [[name, value.startsWith('~/') ? join(homedir(), value.slice(2)) : resolve(cwd, value)]];
  });
  return { ...parameters, ...Object.fromEntries(paths) };
}
