import { Problem } from '../../../contract/problem.ts';
import { errorCode } from '../../error-code.ts';
import type { FailedAttempt } from '../attempt.ts';
import type { ConnectionSettings } from '../connection-settings.ts';
import type { ServerAddress } from '../server-address.ts';
import { opening } from './opening.ts';

const checkPlace = 'Check host and port: `plumb config` shows where they come from.';

export function explainNetworkFailure({ attempt, contact, error }: FailedAttempt): Problem {
  const start = opening(attempt);
  const { settings, endpoint } = attempt;
  const problem = { cause: error };
  if (error instanceof Error && error.message === 'timeout expired') {
    const limit = `${settings.connectTimeout} ${settings.connectTimeout === 1 ? 'second' : 'seconds'}`;
    return contact.accepted
      ? new Problem(
          'CONNECTION_TIMEOUT',
          `${start}: the server took the connection, but did not answer within ${limit}.`,
          {
            ...problem,
            hint: 'Is it overloaded, or no PostgreSQL? connect_timeout (PGCONNECT_TIMEOUT) sets how many seconds to wait.',
          },
        )
      : new Problem('CONNECTION_TIMEOUT', `${start}: no answer within ${limit}.`, {
          ...problem,
          hint: `A firewall may swallow the packets, or the address may be wrong. ${checkPlace}`,
        });
  }
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return new Problem('CONNECTION_REFUSED', `${start}: connection refused, no server is listening there.`, {
        ...problem,
        hint: `Is the server running? ${checkPlace}`,
      });
    case 'EACCES':
    case 'EPERM':
      return new Problem(
        'NO_PERMISSION',
        `${start}: this user may not open ${endpoint.kind === 'socket' ? 'the socket' : 'the connection'}.`,
        problem,
      );
    case 'ETIMEDOUT':
      return new Problem('CONNECTION_TIMEOUT', `${start}: no answer.`, { ...problem, hint: checkPlace });
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new Problem('CONNECTION_REFUSED', `${start}: there is no way to that address from here.`, {
        ...problem,
        hint: 'Is a network or VPN down, or is it an IPv6 address without IPv6 here?',
      });
  }
  return new Problem('CONNECTION_LOST', `${start}: the other side closed the connection without a word.`, {
    ...problem,
    hint: `The server may be starting, or a proxy may have no server behind it. ${checkPlace}`,
  });
}

/** The host's name could not be turned into an address. */
export function explainLookupFailure(settings: ConnectionSettings, server: ServerAddress, error: unknown): Problem {
  const silent = errorCode(error) === 'EAI_AGAIN';
  const what = silent ? 'the name service did not answer for its host' : 'there is no host of that name';
  return new Problem('HOST_NOT_FOUND', `${opening({ settings, endpoint: { server } })}: ${what} ("${server.host}").`, {
    hint: `Check the spelling${silent ? ' and the network' : ''}. \`plumb config\` shows where the host comes from. Names of containers are known inside their network only.`,
    cause: error,
  });
}
