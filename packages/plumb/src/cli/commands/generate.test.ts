import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { plumbAtTerminal } from '../../../test/plumb-at-terminal.ts';
import { type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { runPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';

// The first start of the shadow server belongs to no test.
beforeAll(async () => (await openShadowServer()).close());

const env = { ...process.env, CI: undefined };
const schema = 'db/schema/schema.sql';
const jobs = 'CREATE TABLE jobs (id bigint PRIMARY KEY, name text);';

function here(cwd: string, ...args: readonly string[]): Promise<Printed> {
  return plumbHere(args, { cwd, env });
}

function migrationsIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'db/migrations')).toSorted();
}

test('a migration is written from the migrations to the schema, and afterwards there is no difference', async () => {
  const cwd = schemaFolder({ [schema]: jobs });
  const first = await runPlumb(['generate', 'First things!'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^db\/migrations\/\d{14}_first_things\.sql\n$/);
  expect(readFileSync(join(cwd, first.stdout.trim()), 'utf8')).toBe(`-- Adds table public.jobs.

-- plumb:up
CREATE TABLE public.jobs (
  id bigint NOT NULL,
  name text,
  CONSTRAINT jobs_pkey PRIMARY KEY (id)
);

-- plumb:down
-- The table public.jobs is dropped with all of its rows.
DROP TABLE public.jobs;
`);
  const next = `${jobs.replace('name text', 'full_name text, priority int')} CREATE INDEX ON jobs (priority);`;
  writeFileSync(join(cwd, schema), next);
  const second = await here(cwd, 'generate', 'priority', '--rename', 'public.jobs.name=full_name');
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(
    readFileSync(join(cwd, second.stdout.trim()), 'utf8'),
  ).toBe(`-- Renames public.jobs.name to public.jobs.full_name.
-- Adds column public.jobs.priority, index public.jobs_priority_idx.

-- plumb:up
-- Whatever still says public.jobs.name fails from here on: it is called public.jobs.full_name.
ALTER TABLE public.jobs RENAME COLUMN name TO full_name;

-- plumb:up
ALTER TABLE public.jobs ADD COLUMN priority integer;

-- plumb:up no-transaction
-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_priority_idx ON public.jobs (priority);

-- plumb:down no-transaction
DROP INDEX CONCURRENTLY public.jobs_priority_idx;

-- plumb:down
-- The column public.jobs.priority is dropped with all that it holds.
ALTER TABLE public.jobs DROP COLUMN priority;

-- plumb:down
-- Whatever still says public.jobs.full_name fails from here on: it is called public.jobs.name.
ALTER TABLE public.jobs RENAME COLUMN full_name TO name;
`);
  expect(migrationsIn(cwd)).toEqual([first, second].map(({ stdout }) => stdout.trim().replace('db/migrations/', '')));
  expect(await here(cwd, 'diff', '--exit-code')).toMatchObject({ code: 0 });
});

test('where nothing differs, nothing is written', async () => {
  const cwd = schemaFolder({ [schema]: jobs, 'db/migrations/1_jobs.sql': jobs });
  const { code, stdout, stderr } = await here(cwd, 'generate', 'nothing');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('migrations:db/migrations and db/schema are equal, so no migration was written.');
  const { data } = JSON.parse((await here(cwd, 'generate', 'nothing', '--json')).stdout);
  expect(data).toMatchObject({ equal: true, refusal: null, steps: [] });
  expect(migrationsIn(cwd)).toEqual(['1_jobs.sql']);
});

test('without an answer nothing is written, and the flags that are one are named', async () => {
  const cwd = schemaFolder({ [schema]: jobs.replace('name', 'title'), 'db/migrations/1_jobs.sql': jobs });
  const { code, stdout, stderr } = await here(cwd, 'generate', 'title');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('--rename public.jobs.name=title');
  const lost = await here(cwd, 'generate', 'title', '--rename', 'none');
  expect(lost).toMatchObject({ code: 1, stdout: '' });
  expect(lost.stderr).toContain('--allow data-loss');
  expect(migrationsIn(cwd)).toEqual(['1_jobs.sql']);
  const allowed = await here(cwd, 'generate', 'title', '--rename', 'none', '--allow', 'data-loss');
  expect(readFileSync(join(cwd, allowed.stdout.trim()), 'utf8')).toContain(
    "-- plumb:down\n-- What was in public.jobs.name doesn't come back.\n",
  );
});

test('at a terminal it asks, and writes what was answered', async () => {
  const cwd = schemaFolder({ [schema]: jobs.replace('name', 'title'), 'db/migrations/1_jobs.sql': jobs });
  const { code } = await plumbAtTerminal(['generate', 'title'], [['Was it renamed?', '\r']], { cwd, env });
  expect(code).toBe(0);
  const [, file = ''] = migrationsIn(cwd);
  expect(readFileSync(join(cwd, 'db/migrations', file), 'utf8')).toContain('RENAME COLUMN name TO title;');
});

test('the folder of the migrations and the schema can be named', async () => {
  const cwd = schemaFolder({ 'wanted.sql': jobs });
  mkdirSync(join(cwd, 'other'));
  const { stdout } = await here(cwd, 'generate', 'jobs', '--migrations', 'other', '--to', 'wanted.sql', '--json');
  const { ok, data } = JSON.parse(stdout);
  expect({ ok, format: data.format, files: data.files }).toEqual({
    ok: true,
    format: 'plumb',
    files: [`other/${data.version}.sql`],
  });
});
