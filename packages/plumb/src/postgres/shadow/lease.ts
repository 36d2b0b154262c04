import type { Client } from 'pg';
import type { ServerVersion } from '../server.ts';
import type { SessionIdentity } from './names.ts';
import { type Run, runOn } from './run.ts';

declare module 'pg' {
  // there since pg 8.6, missing in its types
  interface Client {
    ref(): void;
    unref(): void;
  }
}

/** A process's own session on a server: while it lasts, nobody drops the process's databases or stops the server. */
export interface Lease {
  readonly client: Client;
  readonly run: Run;
  readonly owner: SessionIdentity;
  readonly version: ServerVersion;
}

export async function takeLease(client: Client): Promise<Lease> {
  const run = runOn(client);
  const { rows } = await run<{ pid: number; startedAt: string; version: string; number: number }>(`
    SELECT pid,
           ((extract(epoch FROM backend_start) * 1000000)::bigint)::text AS "startedAt",
           current_setting('server_version') AS version,
           current_setting('server_version_num')::int AS number
    FROM pg_stat_activity
    WHERE pid = pg_backend_pid()
  `);
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not list our own session');
  return {
    client,
    run,
    owner: { pid: row.pid, startedAt: row.startedAt },
    version: { major: Math.floor(row.number / 10_000), text: row.version.split(' ')[0] ?? row.version },
  };
}
