import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isSocketFolder, type ServerAddress, socketPath } from './server-address.ts';

/** One way to reach a server: a Unix socket, or one of the IP addresses that its name stands for. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly server: ServerAddress; readonly path: string }
  | { readonly kind: 'tcp'; readonly server: ServerAddress; readonly address: string };

/** Every way to reach a server, in the order in which the name service gives them. Fails as the look-up fails. */
export async function findEndpoints(server: ServerAddress): Promise<Endpoint[]> {
  if (isSocketFolder(server.host) && server.address === null) {
    return [{ kind: 'socket', server, path: socketPath(server.host, server.port) }];
  }
  const known = server.address ?? (isIP(server.host) === 0 ? null : server.host);
  if (known !== null) return [{ kind: 'tcp', server, address: known }];
  const found = await lookup(server.host, { all: true });
  return found.map(({ address }) => ({ kind: 'tcp', server, address }));
}
