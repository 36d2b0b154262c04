import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../carry-out.ts';
import { urlOf } from '../../server-databases.ts';
import type { Contender, Content, Database, Setting } from '../contender.ts';
import { contents, firstQuery, schema } from '../content.ts';
import { loadEmbeddedPostgres, quietly } from '../embedded-postgres.ts';
import { freePort } from '../free-port.ts';

export interface CloneOptions {
  /** `default`: as PostgreSQL comes. `tuned`: with the settings of our shadow server, and by its socket. */
  readonly server: 'default' | 'tuned';
  readonly strategy: '' | ' STRATEGY FILE_COPY';
}

/** `CREATE DATABASE … TEMPLATE …` by hand, with node-postgres, on a server that runs already. */
export function templateClone({ server, strategy }: CloneOptions): Contender {
  return {
    async prepare(setting) {
      const { url, release } = await (server === 'tuned' ? startTuned(setting) : startDefault(setting));
      for (const content of contents) await makeTemplate(url, content);
      writeFileSync(urlFile(setting), url, { mode: 0o600 });
      return release;
    },

    async load() {
      const { Client, Pool } = await import('pg');
      return async (setting) => {
        const url = readFileSync(urlFile(setting), 'utf8');
        const pool = new Pool({ connectionString: url });
        return { create: () => create(Client, pool, url, setting.content, strategy), close: () => pool.end() };
      };
    },
  };
}

let count = 0;

async function create(
  Client: typeof import('pg').Client,
  pool: import('pg').Pool,
  url: string,
  content: Content,
  strategy: CloneOptions['strategy'],
): Promise<Database> {
  const name = `app_${process.pid}_${++count}`;
  await pool.query(`CREATE DATABASE ${name} TEMPLATE ${templateOf(content)}${strategy}`);
  const client = new Client({ connectionString: urlOf(url, name) });
  await client.connect();
  await client.query(firstQuery[content]);
  return {
    async drop() {
      await client.end();
      await pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

interface Running {
  readonly url: string;
  readonly release: Release;
}

async function startDefault({ root, folder }: Setting): Promise<Running> {
  const { default: EmbeddedPostgres } = await loadEmbeddedPostgres(root);
  const port = await freePort();
  const server = new EmbeddedPostgres({ databaseDir: join(folder, 'data'), port, ...quietly });
  await server.initialise();
  await server.start();
  return { url: `postgresql://postgres:password@localhost:${port}/postgres`, release: () => server.stop() };
}

async function startTuned({ folder }: Setting): Promise<Running> {
  const { cleanShadows, openShadowServer } = await import('pgplumb');
  const env = { ...process.env, PLUMB_HOME: join(folder, 'home') };
  const server = await openShadowServer({ env });
  return {
    url: server.url(),
    release: async () => {
      await server.close();
      await cleanShadows(env);
    },
  };
}

async function makeTemplate(url: string, content: Content): Promise<void> {
  const { Client } = await import('pg');
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateOf(content)}`);
  await admin.end();
  if (content === 'empty') return;
  const client = new Client({ connectionString: urlOf(url, templateOf(content)) });
  await client.connect();
  for (const part of schema) await client.query(part);
  await client.end();
}

function templateOf(content: Content): string {
  return `template_${content}`;
}

function urlFile({ folder }: Setting): string {
  return join(folder, 'url');
}
