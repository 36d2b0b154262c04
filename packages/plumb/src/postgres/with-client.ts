import type { Client } from 'pg';

/**
 * Works with a connection and ends it. An interruption closes it at once, since a statement may take long; what the work
 * fails with then is the interruption.
 */
export async function withClient<Result>(
  connect: () => Promise<Client>,
  signal: AbortSignal | undefined,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const client = await connect();
  const abort = (): void => void client.connection.stream.destroy();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    return await work(client);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
    await client.end();
  }
}
