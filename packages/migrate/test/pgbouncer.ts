import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** PgBouncer is no npm package; where the machine has it, poolers are tested with it. */
export const hasPgbouncer = spawnSync('pgbouncer', ['--version']).status === 0;

export interface Pooler extends AsyncDisposable {
  readonly url: string;
}

/** PgBouncer in front of a database, which hands out its sessions by transaction. */
export async function startPgbouncer(url: string): Promise<Pooler> {
  const target = new pg.Client(url);
  const folder = mkdtempSync(join(tmpdir(), 'plumb-pgbouncer-'));
  chmodSync(folder, 0o711);
  const port = await freePort();
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(join(folder, 'users.txt'), `"${target.user}" "${target.password}"\n`, { mode: 0o644 });
  writeFileSync(
    config,
    `[databases]
app = host=${target.host} port=${target.port} dbname=${target.database} user=${target.user} password=${target.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 4
server_lifetime = 3600
ignore_startup_parameters = extra_float_digits
`,
    { mode: 0o644 },
  );
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn('pgbouncer', ['-q', ...asRoot, config], { stdio: 'ignore' });
  const pooled = `postgres://${target.user}:${encodeURIComponent(String(target.password))}@127.0.0.1:${port}/app`;
  await answering(pooled, child);
  return {
    url: pooled,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}`);
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(50);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
