import type { Client } from 'pg';
import { expect } from 'vitest';
import type { PostgresServer } from '../src/postgres/server.ts';

export async function onServer<Result>(
  server: PostgresServer,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await server.connect();
  return work(client).finally(() => client.end());
}

/** The names of shadow databases. */
export function shadowsOn(server: PostgresServer): Promise<readonly string[]> {
  return onServer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'plumb\\_shadow\\_%'`,
    );
    return rows.map(({ name }) => name);
  });
}

/** Until some session of the server waits as it is said. */
export function untilWaiting(server: PostgresServer, condition: string): Promise<number> {
  return onServer(server, async (client) => {
    const waiting = async (): Promise<number | undefined> => {
      const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where ${condition}`);
      return rows[0]?.pid;
    };
    await expect.poll(waiting, { timeout: 60_000 }).toBeTypeOf('number');
    return (await waiting()) ?? 0;
  });
}
