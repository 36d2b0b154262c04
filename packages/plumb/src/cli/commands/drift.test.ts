import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, withServer } from '../../../test/migration-project.ts';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

withServer();

test('a database that only has what its migrations say has not drifted, whatever is pending', async () => {
  const { plumb } = await migrationProject({ ...jobs, ...people });
  await plumb(['up', '--to', '20260101000000_jobs']);
  const { code, stdout } = await plumb(['drift']);
  expect(stdout).toMatch(/^-- .* is as its applied migrations in db\/migrations say\.\n$/);
  expect(code).toBe(0);
});

test('what was done by hand is told as SQL, with the way back', async () => {
  const { plumb, ask, start } = await migrationProject({ ...jobs, ...people });
  await plumb(['up', '--to', '20260101000000_jobs']);
  await ask('ALTER TABLE jobs ADD COLUMN note text');
  await ask('DROP INDEX jobs_state_idx');
  expect(await plumb(['drift'])).toEqual({
    code: 1,
    stdout: 'ALTER TABLE public.jobs ADD COLUMN note text;\n\nDROP INDEX CONCURRENTLY public.jobs_state_idx;\n',
    stderr: '',
  });
  const { code, stdout, stderr } = await start(['drift', '--undo']).ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  for (const statement of stdout.split(';\n').filter((each) => each.trim() !== '')) await ask(statement);
  expect(await plumb(['drift'])).toMatchObject({ code: 0 });
  expect(JSON.parse((await plumb(['drift', '--json'])).stdout)).toMatchObject({
    ok: true,
    data: { drift: false, applied: ['20260101000000_jobs'], sql: '', undo: '' },
  });
});

test('what may have been renamed by hand is told as gone and new, until somebody says that it was renamed', async () => {
  const { plumb, ask } = await migrationProject(jobs);
  await plumb(['up']);
  await ask('ALTER TABLE jobs RENAME COLUMN state TO phase');
  const { code, stdout, stderr } = await plumb(['drift']);
  expect(code).toBe(1);
  expect(stdout).toContain('ALTER TABLE public.jobs DROP COLUMN state;');
  expect(stderr).toContain('--rename public.jobs.state=phase');
  const answered = await plumb(['drift', '--rename', 'public.jobs.state=phase']);
  expect(answered.stdout).toMatch(/^[^;]*RENAME COLUMN state TO phase;\n$/);
});

test('what the journal and the files do not agree on is told besides', async () => {
  const { plumb, folder } = await migrationProject({ ...jobs, ...people });
  await plumb(['up']);
  const [file = ''] = readdirSync(join(folder, 'db/migrations'));
  writeFileSync(join(folder, 'db/migrations', file), 'CREATE TABLE jobs (id int PRIMARY KEY);');
  const { code, stdout, stderr } = await plumb(['drift']);
  expect(code).toBe(1);
  expect(stdout).toContain('ALTER TABLE public.jobs ADD COLUMN state text;');
  expect(stderr).toContain('was changed after it was applied');
});

test('where no migration counts as applied, that is told', async () => {
  const { plumb, ask } = await migrationProject(jobs);
  expect(await plumb(['drift'])).toMatchObject({ code: 0, stderr: '' });
  await ask('CREATE TABLE jobs (id int)');
  const { code, stdout, stderr } = await plumb(['drift']);
  expect(code).toBe(1);
  expect(stderr).toContain('If another tool applied the migrations, say `plumb baseline`');
  expect(stdout).toContain('CREATE TABLE public.jobs');
});

test('a migration that is half done does not count as applied, and is told', async () => {
  const { plumb } = await migrationProject({
    ...people,
    'db/migrations/20260103000000_half.sql': `-- plumb:up
CREATE TABLE first ();
-- plumb:up
CREATE TABLE people ();`,
  });
  await plumb(['up']);
  const { code, stdout, stderr } = await plumb(['drift']);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^CREATE TABLE public\.first \([^;]*;\n$/),
  });
  expect(stderr).toContain('20260103000000_half is applied in part.');
});

test('a project that has no database yet has nothing that could drift', async () => {
  const cwd = schemaFolder({ 'package.json': '{}', ...jobs });
  const { code, stderr } = await plumbHere(['drift'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('The project has no database of its own yet');
});

test('a generated migration that is applied leaves no drift, and taken back it leaves nothing', async () => {
  const { plumb, folder } = await migrationProject({
    'db/schema/app.sql': `CREATE SCHEMA app;
      CREATE TYPE app.mood AS ENUM ('glad', 'sad');
      CREATE TABLE app.jobs (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood app.mood DEFAULT 'glad');
      CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
-- plumb:down
RETURN new; END $$;
      CREATE TRIGGER t BEFORE UPDATE ON app.jobs FOR EACH ROW EXECUTE FUNCTION app.f();`,
  });
  expect(await plumb(['generate', 'app'])).toMatchObject({ code: 0 });
  expect(await plumb(['diff', '--exit-code'])).toMatchObject({ code: 0 });
  expect(await plumb(['up'])).toMatchObject({ code: 0 });
  writeFileSync(join(folder, 'db/migrations/20990101000000_pending.sql'), 'CREATE TABLE pending ();');
  expect(await plumb(['drift'])).toMatchObject({ code: 0 });
  expect(await plumb(['down'])).toMatchObject({ code: 0 });
  expect(await plumb(['drift'])).toMatchObject({ code: 0 });
});

test('partitions that came at run time are rows, unless they have something of their own', async () => {
  const { plumb, ask } = await migrationProject({
    'db/migrations/1_events.sql': `CREATE TABLE customers (id int PRIMARY KEY);
      CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL DEFAULT now(),
        customer int REFERENCES customers, kind text CHECK (kind <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE INDEX ON events (customer);
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
      CREATE TRIGGER each_event BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION f();
      CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
  });
  await plumb(['up']);
  await ask(`CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    CREATE TABLE events_2026 (LIKE events INCLUDING ALL EXCLUDING IDENTITY);
    ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
      PARTITION BY RANGE (at);
    CREATE TABLE events_2027_all PARTITION OF events_2027 DEFAULT;
    CREATE TABLE events_other PARTITION OF events DEFAULT`);
  const { code, stdout, stderr } = await plumb(['drift']);
  expect(stdout).toMatch(/^-- .* is as its applied migrations in db\/migrations say\.\n$/);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('public.events has 4 partitions that no migration makes');
  expect(code).toBe(0);

  await ask('CREATE INDEX mine ON events_2025 (kind)');
  const own = await plumb(['drift']);
  expect(own.code).toBe(1);
  expect(own.stdout).toContain('ALTER TABLE public.events ATTACH PARTITION public.events_2025');
  expect(own.stdout).toContain('CREATE INDEX mine ON public.events_2025');
  expect(own.stdout).not.toMatch(/events_202[67]/);
});
