import type { Client } from 'pg';
import { Problem, type ProblemCode } from '../../contract/problem.ts';
import { connectToEndpoint } from './connect-to-endpoint.ts';
import type { ConnectionSettings, TargetSession } from './connection-settings.ts';
import { describeServer } from './describe-connection.ts';
import { type Endpoint, findEndpoints } from './endpoint.ts';
import { explainLookupFailure } from './failure/explain-network-failure.ts';
import { isWanted, sessionPasses } from './target-session.ts';
import { tlsWarning } from './tls/tls-warning.ts';

export interface ConnectOptions {
  /** Told what is less safe than it could be, for each connection anew. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connects to the first of the servers that takes us; the caller ends the client. A connection that is lost later fails
 * its running and later queries, and never the process.
 *
 * Throws a `Problem` that says where to, as whom, what failed and what to try, and holds no password.
 */
export async function connect(settings: ConnectionSettings, options: ConnectOptions = {}): Promise<Client> {
  const problems: Problem[] = [];
  for (const wanted of sessionPasses(settings.targetSession)) {
    for (const server of settings.servers) {
      const found = await findEndpoints(server).catch((error: unknown) =>
        explainLookupFailure(settings, server, error),
      );
      if (found instanceof Problem) problems.push(found);
      else {
        const outcome = await connectToOneOf(found, wanted, settings, options);
        if (!Array.isArray(outcome)) return outcome;
        problems.push(...outcome);
      }
    }
  }
  throw oneOf(problems);
}

/** What may be different at the next address. After any other failure, libpq too tries no more. */
const passing: readonly ProblemCode[] = [
  'CONNECTION_REFUSED',
  'CONNECTION_TIMEOUT',
  'CONNECTION_LOST',
  'TOO_MANY_CONNECTIONS',
];

async function connectToOneOf(
  endpoints: readonly Endpoint[],
  wanted: Exclude<TargetSession, 'prefer-standby'>,
  settings: ConnectionSettings,
  { signal, onWarning }: ConnectOptions,
): Promise<Client | Problem[]> {
  const problems: Problem[] = [];
  for (const endpoint of endpoints) {
    signal?.throwIfAborted();
    const outcome = await connectToEndpoint({ settings, endpoint, signal });
    signal?.throwIfAborted();
    if ('problem' in outcome) {
      if (!passing.includes(outcome.problem.code)) throw outcome.problem;
      problems.push(outcome.problem);
    } else if (await isWanted(outcome.client, wanted)) {
      const warning = tlsWarning(outcome.client, endpoint, settings.tls);
      if (warning !== null) onWarning?.(warning);
      return outcome.client;
    } else {
      await outcome.client.end();
      problems.push(notWanted(endpoint, wanted));
    }
  }
  return problems;
}

function notWanted({ server }: Endpoint, wanted: TargetSession): Problem {
  return new Problem('CONNECTION_REFUSED', `The server at ${describeServer(server)} is not ${wanted}.`, {
    hint: 'Name another server, or take target_session_attrs away.',
  });
}

function oneOf(problems: readonly Problem[]): Problem {
  const different = problems.filter(
    ({ message }, index) => problems.findIndex((other) => other.message === message) === index,
  );
  const last = different.at(-1);
  if (last === undefined) return new Problem('HOST_NOT_FOUND', 'The host has no address.');
  if (different.length === 1) return last;
  const code = different.every((problem) => problem.code === last.code) ? last.code : 'CONNECTION_REFUSED';
  const list = different.map(({ message }) => `- ${message}`).join('\n');
  return new Problem(code, `None of the servers took the connection:\n${list}`, {
    ...(last.hint === null ? {} : { hint: last.hint }),
    cause: new AggregateError(different),
  });
}
