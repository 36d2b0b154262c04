import { Problem } from '../../contract/problem.ts';
import { type Parameters, readParameter } from './parameters.ts';

/**
 * Reads a connection URL as libpq does: several hosts, IPv6, sockets by `?host=/folder`, parameters after `?`.
 * Kinder than libpq in one point: an `@` in the password may stand unencoded. `origin` names the URL in messages, which
 * never quote from it, because a URL taken apart at the wrong place shows pieces of its password.
 */
export function parseUrl(url: string, origin: string): Parameters {
  const rest = url.slice(url.indexOf('://') + 3);
  const { credentials, location } = splitCredentials(rest);
  const [place = '', query = ''] = splitOnce(location, '?');
  const [authority = '', database = ''] = splitOnce(place, '/');
  if (database.includes('@')) throw unreadable(origin, 'has an @ behind its first slash');
  const parameters = {
    ...credentialParameters(credentials, origin),
    ...hostParameters(authority, origin),
    ...(database === '' ? {} : { dbname: decode(database, origin) }),
  };
  return { ...parameters, ...queryParameters(query, origin) };
}

/** libpq looks for the `@` up to the first slash, so that one in a folder or parameter is none. */
function splitCredentials(rest: string): { credentials: string; location: string } {
  const slash = rest.indexOf('/');
  const at = rest.slice(0, slash === -1 ? undefined : slash).lastIndexOf('@');
  if (at === -1) return { credentials: '', location: rest };
  return { credentials: rest.slice(0, at), location: rest.slice(at + 1) };
}

function credentialParameters(credentials: string, origin: string): Parameters {
  const [user = '', password = ''] = splitOnce(credentials, ':');
  return {
    ...(user === '' ? {} : { user: decode(user, origin) }),
    ...(password === '' ? {} : { password: decode(password, origin) }),
  };
}

function hostParameters(authority: string, origin: string): Parameters {
  const places = authority.split(',').map((place) => readPlace(place, origin));
  const hosts = places.map(({ host }) => host).join(',');
  const ports = places.map(({ port }) => port).join(',');
  return {
    ...(hosts === '' ? {} : { host: hosts }),
    ...(ports.replaceAll(',', '') === '' ? {} : { port: ports }),
  };
}

function readPlace(place: string, origin: string): { host: string; port: string } {
  const [, address, name, port = ''] = /^(?:\[([^\]]+)\]|([^:[\]]*))(?::(.*))?$/.exec(place) ?? [];
  const host = address ?? name;
  if (host === undefined) throw unreadable(origin, 'has a host that can not be read; an IPv6 address is written [::1]');
  if (!/^\d*$/.test(port)) throw unreadable(origin, 'has a port that is not a number');
  return { host: decode(host, origin), port };
}

function queryParameters(query: string, origin: string): Parameters {
  const parameters: Record<string, string> = {};
  for (const part of query.split('&').filter((text) => text !== '')) {
    const [key = '', value] = splitOnce(part, '=');
    if (value === undefined) throw unreadable(origin, 'has a parameter without a value after "?"');
    const read = readParameter(decode(key, origin), decode(value, origin), origin);
    if (read !== null && value !== '') parameters[read[0]] = read[1];
  }
  return parameters;
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function decode(text: string, origin: string): string {
  if (text.includes('%00')) throw unreadable(origin, 'has %00, which no PostgreSQL name or password can hold');
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadable(origin, 'has a % that does not begin a percent-encoded character');
  }
}

function unreadable(origin: string, why: string): Problem {
  return new Problem('CONFIG_INVALID', `${origin} ${why}.`, {
    hint: 'In user names and passwords, write : as %3A, / as %2F, @ as %40, ? as %3F and % as %25.',
  });
}
