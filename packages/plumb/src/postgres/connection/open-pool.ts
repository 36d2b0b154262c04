import type { Client } from 'pg';

/** A session that goes back to its pool. */
export type PooledClient = Client & { release(destroy?: boolean): void };

/** Sessions of one database, opened as they are asked for and kept for the next who asks. */
export interface SessionPool extends AsyncDisposable {
  connect(): Promise<PooledClient>;
  query(sql: string): Promise<unknown>;
  readonly totalCount: number;
}

/**
 * A pool whose sessions are made by our own way of connecting: each finds the server that takes it anew. It begins with a
 * session that is there, so that a server that can't be reached is told before anything begins.
 */
export function openPool(first: Client, connect: () => Promise<Client>): SessionPool {
  const idle: PooledClient[] = [];
  const all = new Set<PooledClient>();

  function add(client: Client): PooledClient {
    const release = (destroy = false): void => {
      if (destroy) void forget(pooled);
      else if (all.has(pooled)) idle.push(pooled);
    };
    const pooled: PooledClient = Object.assign(client, { release });
    all.add(pooled);
    client.once('end', () => void forget(pooled));
    return pooled;
  }

  async function forget(client: PooledClient): Promise<void> {
    if (!all.delete(client)) return;
    if (idle.includes(client)) idle.splice(idle.indexOf(client), 1);
    await client.end().catch(() => {});
  }

  idle.push(add(first));
  return {
    connect: async () => idle.pop() ?? add(await connect()),
    query: async (sql) => {
      const client = idle.pop() ?? add(await connect());
      return client.query(sql).finally(() => client.release());
    },
    get totalCount() {
      return all.size;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...all].map(forget));
    },
  };
}
