import type { Attempt } from '../attempt.ts';
import { describeServer } from '../describe-connection.ts';
import type { ServerAddress } from '../server-address.ts';

type Target = Pick<Attempt, 'settings'> & { readonly endpoint: { readonly server: ServerAddress } };

/** How the message of every failed connection begins: where to, and as whom. */
export function opening({ settings, endpoint }: Target): string {
  const { database, user } = settings;
  return `Could not connect to database "${database}" at ${describeServer(endpoint.server)} as user "${user}"`;
}
