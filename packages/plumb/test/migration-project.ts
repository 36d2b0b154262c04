import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openShadowServer } from '../src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import { type Printed, plumbHere } from './plumb-here.ts';
import { type PlumbProcess, startPlumb } from './run-plumb.ts';
import { schemaFolder } from './schema-folder.ts';

let server: PostgresServer;

/** To be called in a test file whose projects have databases by URL. */
export function withServer(): void {
  beforeAll(async () => {
    server = await openShadowServer();
  });
  afterAll(() => server.close());
}

type Environment = Readonly<Record<string, string>>;

export interface MigrationProject {
  readonly folder: string;
  readonly url: string;
  /** Runs a command line in this process, in the project and on its database. */
  plumb(args: readonly string[], options?: { readonly cwd?: string; readonly env?: Environment }): Promise<Printed>;
  /** Starts it in a process of its own. */
  start(args: readonly string[]): PlumbProcess;
  /** The first column of what a query gives; of several statements, the last. */
  ask(sql: string): Promise<readonly unknown[]>;
}

/** A project without a configuration file, whose database is named by URL. */
export async function migrationProject(files: Readonly<Record<string, string>>): Promise<MigrationProject> {
  const folder = schemaFolder({ 'package.json': '{"name":"project"}', ...files });
  const shadow = await server.createShadow();
  onTestFinished(() => shadow[Symbol.asyncDispose]());
  const env = { DATABASE_URL: shadow.url };
  return {
    folder,
    url: shadow.url,
    plumb: (args, options) =>
      plumbHere(args, { cwd: folder, ...options, env: { ...process.env, ...env, ...options?.env } }),
    start: (args) => startPlumb(args, { cwd: folder, env }),
    async ask(sql) {
      const client = await shadow.connect();
      try {
        const found = [await client.query<unknown[]>({ text: sql, rowMode: 'array' })].flat();
        return found.at(-1)?.rows.map(([first]) => first) ?? [];
      } finally {
        await client.end();
      }
    },
  };
}

/** A role that owns nothing, for the length of a test; the URL is the project's, as that role. */
export async function roleFor({ url, ask }: MigrationProject, name: string): Promise<string> {
  await ask(`CREATE ROLE ${name} LOGIN PASSWORD 'secret word'`);
  onTestFinished(async () => {
    await ask(`REASSIGN OWNED BY ${name} TO CURRENT_USER; DROP OWNED BY ${name}; DROP ROLE ${name}`);
  });
  const own = new URL(url);
  [own.username, own.password] = [name, 'secret%20word'];
  return String(own);
}

/** The names of tables in schema `public`. */
export const tables = `select relname::text from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace order by 1`;

export const jobs = {
  'db/migrations/20260101000000_jobs.sql': `-- Jobs.

-- plumb:up
CREATE TABLE jobs (id int PRIMARY KEY, state text);

-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY jobs_state_idx ON jobs (state);

-- plumb:down no-transaction
DROP INDEX CONCURRENTLY jobs_state_idx;

-- plumb:down
DROP TABLE jobs;
`,
};

export const people = {
  'db/migrations/20260102000000_people.sql': `-- plumb:up
CREATE TABLE people (id int);
-- plumb:down
DROP TABLE people;
`,
};
