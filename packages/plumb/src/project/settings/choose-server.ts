import type { Environment } from '../../postgres/connection/environment.ts';
import { type ParameterName, parameterNames } from '../../postgres/connection/parameters.ts';
import { readService } from '../../postgres/connection/service-file.ts';
import type { Candidate } from './candidates.ts';
import { type Description, describe, namesOther, namesServer, type Stated } from './description.ts';

/** The server that the settings mean, and the places that lost. */
export interface ServerChoice {
  readonly description: Description;
  readonly unused: readonly Unused[];
}

/** A place that says something of a server and is not followed. */
export interface Unused {
  readonly title: string;
  readonly why: string;
}

/**
 * Chooses the server and puts its description together. The first place that names a server leads. What it leaves open is
 * filled from the others, as far as they don't describe another server; what leads is changed only by POSTGRES_* of a
 * higher rank. So neither a password nor a port reaches a server that it wasn't written for.
 *
 * @param candidates in order of precedence
 * @param cwd the folder that relative files in a service are meant from
 * @returns null when no place says where a database is
 */
export function chooseServer(candidates: readonly Candidate[], env: Environment, cwd: string): ServerChoice | null {
  const leading = candidates.find(({ family, description }) => family === 'url' || namesServer(description));
  const order = withService(followed(candidates, leading), env, cwd);
  const description = putTogether(order);
  if (leading === undefined && description.port === undefined && description.dbname === undefined) return null;
  const unused = candidates.filter((candidate) => !order.some(({ title }) => title === candidate.title));
  return {
    description,
    unused: unused.map(({ title }) => ({ title, why: `${leading?.title ?? ''} goes first` })),
  };
}

/** The candidates that count, the first to be asked first. */
function followed(candidates: readonly Candidate[], leading: Candidate | undefined): Candidate[] {
  const postgres = candidates.filter(({ family }) => family === 'postgres');
  const libpq = candidates.filter(({ family }) => family === 'libpq');
  switch (leading?.family) {
    case 'postgres':
      return [...postgres, ...libpq.map((candidate) => withoutOtherServer(candidate, leading))];
    case 'libpq':
      return [...libpq, ...ofSameServer(postgres, leading)];
    case 'url': {
      const above = postgres.filter(({ rank }) => rank < leading.rank);
      const rest = postgres.filter(({ rank }) => rank >= leading.rank);
      const fill = libpq.map((candidate) => withoutOtherServer(candidate, leading));
      return [...above, leading, ...ofSameServer(rest, leading), ...fill];
    }
    default:
      return [...postgres, ...libpq];
  }
}

/** POSTGRES_* of all ranks describe one server: together they are followed, or not. */
function ofSameServer(postgres: readonly Candidate[], leading: Candidate): readonly Candidate[] {
  return postgres.some(({ description }) => namesOther(description, leading.description)) ? [] : postgres;
}

/** libpq lets PG* fill in whatever a URL leaves open; a port or an address without its host would lead astray. */
function withoutOtherServer(candidate: Candidate, leading: Candidate): Candidate {
  const { host, hostaddr, port, service, ...rest } = candidate.description;
  if (leading.description.host === undefined && leading.description.hostaddr === undefined) return candidate;
  return namesOther(candidate.description, leading.description) || service !== undefined
    ? { ...candidate, description: rest }
    : candidate;
}

/** A service counts just before the PG* variables, or right after the URL that names it. */
function withService(order: readonly Candidate[], env: Environment, cwd: string): readonly Candidate[] {
  const index = order.findIndex(({ description }) => description.service !== undefined);
  const stated = order[index]?.description.service;
  if (stated === undefined) return order;
  const named = putTogether(order).servicefile?.value;
  const { file, name, parameters } = readService(stated.value, named, env);
  const detail = `service ${name} in ${file}`;
  const description = describe(parameters, cwd, (parameter) => ({
    source: { kind: 'service-file', detail },
    name: `${parameter} of ${detail}`,
  }));
  const service: Candidate = { family: 'service', rank: 0, title: detail, description };
  const place = order[index]?.family === 'url' ? index + 1 : order.findIndex(({ family }) => family === 'libpq');
  return order.toSpliced(place, 0, service);
}

/** Of each parameter the first that is stated; the password only from a place that means the same user. */
function putTogether(order: readonly Candidate[]): Description {
  const chosen: Partial<Record<ParameterName, Stated>> = {};
  for (const parameter of parameterNames) {
    const found = order.find(({ description }) => {
      const ofOther = parameter === 'password' && isOfOther(description, chosen.user);
      return description[parameter] !== undefined && !ofOther;
    });
    const stated = found?.description[parameter];
    if (stated !== undefined) chosen[parameter] = stated;
  }
  return chosen;
}

function isOfOther({ user }: Description, chosen: Stated | undefined): boolean {
  return user !== undefined && user.value !== chosen?.value;
}
