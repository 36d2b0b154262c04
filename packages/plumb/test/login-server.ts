import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { connectDataCluster, startDataCluster, stopDataCluster } from '../src/postgres/embedded/data-cluster.ts';
import { freePort } from '../src/postgres/embedded/free-port.ts';
import { giveToServer } from '../src/postgres/embedded/server-user.ts';

export type ServerCertificate = 'server' | 'elsewhere' | 'self-signed';

/** A server of its own, whose TLS and rules of login a test file sets. */
export interface LoginServer {
  readonly port: number;
  /** An empty home: without password file, service file and certificates. */
  readonly home: string;
  /** As the superuser. */
  query(sql: string): Promise<void>;
  /** Offers TLS with a certificate, or none. */
  offerTls(certificate: ServerCertificate | null): Promise<void>;
  stop(): Promise<void>;
}

export const password = "it's s3cret: @/?#%";

/** Who may come in how: anna in any way, tls and plain in one, certified and another by certificate, and nobody else. */
const rules = `
local      all  all        scram-sha-256
hostssl    all  certified,another  all  cert
hostssl    all  tls        all  scram-sha-256
hostnossl  all  plain      all  scram-sha-256
host       all  anna,few,postgres,locked,ghost  all  scram-sha-256
`;

export async function startLoginServer(): Promise<LoginServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb login '));
  chmodSync(folder, 0o711);
  const home = join(folder, 'home');
  mkdirSync(home);
  const { status } = await startDataCluster({ project: folder, port: await freePort() });
  const client = await connectDataCluster(folder);
  const quoted = client.escapeLiteral(password);
  await client.query(`
    create role anna login password ${quoted};
    create role tls login password ${quoted};
    create role plain login password ${quoted};
    create role certified login;
    create role another login;
    create role few login password ${quoted} connection limit 0;
    create role locked nologin password ${quoted};
  `);
  await client.query('create database app');
  const { hbaFile, data } = await filesOf(client);
  for (const name of ['server', 'elsewhere', 'self-signed']) {
    for (const end of ['crt', 'key']) place(fixture(`${name}.${end}`), join(data, `${name}.${end}`));
  }
  place(fixture('authority.crt'), join(data, 'authority.crt'));
  writeFileSync(hbaFile, rules);
  await reload(client, folder);

  return {
    port: status.port ?? 0,
    home,
    query: async (sql) => {
      await client.query(sql);
    },
    async offerTls(certificate) {
      const settings =
        certificate === null
          ? { ssl: 'off' }
          : {
              ssl: 'on',
              ssl_cert_file: `${certificate}.crt`,
              ssl_key_file: `${certificate}.key`,
              ssl_ca_file: 'authority.crt',
            };
      for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`);
      await reload(client, folder);
    },
    async stop() {
      await client.end();
      await stopDataCluster(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/tls/${name}`, import.meta.url));
}

function place(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  giveToServer(to);
}

async function filesOf(client: Client): Promise<{ hbaFile: string; data: string }> {
  const { rows } = await client.query<{ hbaFile: string; data: string }>(
    `select current_setting('hba_file') as "hbaFile", current_setting('data_directory') as "data"`,
  );
  const [files] = rows;
  if (files === undefined) throw new Error('the server did not tell its files');
  return files;
}

/** New settings hold for sessions that begin once the postmaster has read them. */
async function reload(client: Client, folder: string): Promise<void> {
  const before = await loadTime(client);
  await client.query('select pg_reload_conf()');
  for (let seen = before; seen === before; ) {
    await sleep(5);
    const probe = await connectDataCluster(folder);
    seen = await loadTime(probe);
    await probe.end();
  }
}

async function loadTime(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ at: string }>('select pg_conf_load_time()::text as "at"');
  return rows[0]?.at;
}
