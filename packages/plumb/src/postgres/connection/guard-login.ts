import type { Duplex } from 'node:stream';
import type { Client } from 'pg';

/**
 * Turns what node-postgres throws while it reads the server's messages into a failure of the connection. It throws at
 * logins that it doesn't know (GSSAPI, SSPI), out of reach of its caller, which would end the process.
 *
 * @returns lifts the guard: once the login is done, what query listeners throw is not ours
 */
export function guardLogin(client: Client): () => void {
  const guarded: Duplex[] = [];
  function guard(): void {
    const { stream } = client.connection;
    const emit = stream.emit;
    Object.defineProperty(stream, 'emit', {
      configurable: true,
      value: (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(emit, stream, args);
        } catch (error) {
          client.connection.emit('error', error);
          return true;
        }
      },
    });
    guarded.push(stream);
  }
  guard();
  // by then the stream is another, the encrypted one
  client.connection.once('sslconnect', guard);
  return () => {
    for (const stream of guarded) Reflect.deleteProperty(stream, 'emit');
  };
}
