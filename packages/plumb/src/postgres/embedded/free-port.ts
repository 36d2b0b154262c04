import { createServer } from 'node:net';

/** Whether nobody listens on a port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return listen(port).then((found) => found !== null);
}

/** A port that nobody listens on, chosen by the system. */
export async function freePort(): Promise<number> {
  return (await listen(0)) ?? freePort();
}

function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
