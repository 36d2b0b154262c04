import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, roleFor, tables, withServer } from '../../../test/migration-project.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

withServer();

const jobsFile = 'db/migrations/20260101000000_jobs.sql';

test('what is pending is applied, a line for each, and the next time there is nothing to do', async () => {
  const { start, plumb, ask } = await migrationProject({ ...jobs, ...people });
  const first = await start(['up']).ended;
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout.replaceAll(/[\d.]+ m?s\b/g, 'TIME')).toMatch(
    /^✓ 20260101000000_jobs TIME\n✓ 20260102000000_people TIME\n2 migrations applied to \S+@\S+\/plumb_shadow_\S+ \(.*\) in TIME\n$/,
  );
  expect(await ask(tables)).toEqual(['jobs', 'people']);
  expect((await plumb(['up'])).stdout).toMatch(/^Nothing to apply: .* is up to date\.\n$/);
});

test('programs are told the same as data', async () => {
  const { plumb, url } = await migrationProject({ ...jobs, ...people });
  const { code, stdout, stderr } = await plumb(['up', '--to', '20260101', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'up',
    ok: true,
    data: { applied: [{ version: '20260101000000_jobs', milliseconds: expect.any(Number) }] },
    findings: [],
    error: null,
  });
  expect(stdout).not.toContain(new URL(url).password);
});

test('a dry run shows each section with its mode, and changes nothing, not even the journal', async () => {
  const { plumb, ask } = await migrationProject({ ...jobs, ...people });
  const { code, stdout } = await plumb(['up', '--dry-run']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    [
      '-- 20260101000000_jobs',
      '-- in one transaction',
      'CREATE TABLE jobs (id int PRIMARY KEY, state text);',
      '-- statement by statement',
      'CREATE INDEX CONCURRENTLY jobs_state_idx ON jobs (state);',
      '',
      '-- 20260102000000_people',
    ].join('\n'),
  );
  expect(stdout).toContain('-- 2 migrations would be applied to');
  expect(await ask(`select count(*) from pg_namespace where nspname = 'plumb'`)).toEqual(['0']);
  const asData = JSON.parse((await plumb(['up', '--dry-run', '--json'])).stdout);
  expect(asData.data.planned[0].sections.map(({ mode }: { mode: string }) => mode)).toEqual([
    'transaction',
    'no-transaction',
  ]);
});

test('bad SQL is shown in its file, and what was done before stays and is told', async () => {
  const bad = `-- plumb:up\nCREATE TABLE people (id int);\nINSERT INTO peopel VALUES (1);`;
  const { plumb, ask } = await migrationProject({ ...jobs, 'db/migrations/20260102_bad.sql': bad });
  const { code, stdout, stderr } = await plumb(['up']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^✓ 20260101000000_jobs .*\n$/);
  expect(stderr).toBe(
    [
      'error: relation "peopel" does not exist',
      '  db/migrations/20260102_bad.sql:3:13',
      '  1 | -- plumb:up',
      '  2 | CREATE TABLE people (id int);',
      '> 3 | INSERT INTO peopel VALUES (1);',
      '    |             ^^^^^^',
      'SQLSTATE 42P01.',
      '',
    ].join('\n'),
  );
  expect(await ask(tables)).toEqual(['jobs']);
  const asData = JSON.parse((await plumb(['up', '--json'])).stdout);
  expect(asData).toMatchObject({ ok: false, data: { applied: [] }, error: { code: 'SQL_FAILED' } });
});

test('an applied migration that was changed, or is missing, stops it unless that is allowed', async () => {
  const { folder, plumb, ask } = await migrationProject(jobs);
  await plumb(['up']);
  writeFileSync(join(folder, jobsFile), `${jobs[jobsFile]}\nDROP TABLE odd;`);
  writeFileSync(join(folder, 'db/migrations/20260102000000_people.sql'), 'CREATE TABLE people (id int);');
  const stopped = await plumb(['up']);
  expect(stopped.code).toBe(2);
  expect(stopped.stderr).toContain('was changed after it was applied. Nothing was applied.');
  expect(stopped.stdout).toContain('migration-changed');
  const asData = JSON.parse((await plumb(['up', '--json'])).stdout);
  expect(asData).toMatchObject({
    error: { code: 'HISTORY_DIFFERS' },
    findings: [{ id: 'migration-changed', evidence: { version: '20260101000000_jobs' } }],
  });
  rmSync(join(folder, jobsFile));
  expect(await plumb(['up', '--allow', 'changed'])).toMatchObject({ code: 2 });
  expect(await plumb(['up', '--allow', 'missing'])).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual(['jobs', 'people']);
  expect(await plumb(['up', '--allow', 'everything'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--allow everything allows nothing.'),
  });
});

test('another folder and another database are named by flags, without a configuration', async () => {
  const { url, plumb, ask } = await migrationProject({ 'sql/1_elsewhere.sql': 'CREATE TABLE elsewhere ();' });
  const cwd = schemaFolder(people);
  expect(await plumb(['up', '--migrations', 'sql', '--dry-run'])).toMatchObject({ code: 0 });
  expect(await plumb(['up', '--url', url], { cwd, env: { DATABASE_URL: '' } })).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual(['people']);
});

test('without a folder of migrations it says which is missing', async () => {
  const { plumb } = await migrationProject({});
  expect(await plumb(['up'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no folder db/migrations.'),
  });
});

test('a role without rights is told what it lacks', async () => {
  const project = await migrationProject(jobs);
  const { code, stdout, stderr } = await project.plumb(['up', '--url', await roleFor(project, 'up_without_rights')]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('can’t be reached: permission denied for database');
  expect(stderr).toContain('GRANT USAGE, CREATE ON SCHEMA plumb');
  expect(stderr).not.toContain('secret');
  await project.plumb(['up']);
  const url = await roleFor(project, 'up_who_may_not_look');
  for (const command of ['up', 'status', 'down', 'repair']) {
    const { stdout: envelope } = await project.plumb([command, '--url', url, '--json']);
    expect(JSON.parse(envelope).error).toMatchObject({
      code: 'SQL_FAILED',
      message: expect.stringContaining('permission denied for schema plumb'),
    });
  }
});

test('a database that can only be read is told so', async () => {
  const { plumb, ask } = await migrationProject(jobs);
  await ask(
    `do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$`,
  );
  const { code, stderr } = await plumb(['up']);
  expect(code).toBe(2);
  expect(stderr).toContain("can't be written to here");
});

test('a server that is not there is told before anything else', async () => {
  const { plumb } = await migrationProject(jobs);
  const { code, stderr } = await plumb(['up', '--url', 'postgres://u:secret@127.0.0.1:1/db']);
  expect(code).toBe(2);
  expect(stderr).toContain('127.0.0.1:1');
  expect(stderr).not.toContain('secret');
  expect(stderr).not.toContain('in the middle');
});
