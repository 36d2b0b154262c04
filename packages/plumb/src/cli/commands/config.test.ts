import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { app } from '../app.ts';
import { Interruption } from '../interruption.ts';
import { Output } from '../output.ts';
import { runCommandLine } from '../run-command-line.ts';

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function plumbConfig(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Printed> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await runCommandLine(app, {
    args: ['config', ...args],
    cwd,
    env: { HOME: cwd, ...env },
    stdin: stdin.end(),
    stdout: new Output(stdout),
    stderr: new Output(stderr),
    interruption: new Interruption(),
    uncaught: new Promise(() => {}),
  });
  return { code, stdout: await text(stdout.end()), stderr: await text(stderr.end()) };
}

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries({ 'package.json': '{}', ...files })) {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
  return folder;
}

test('every setting is shown with its place, and no password', async () => {
  const folder = project({
    '.env.local': 'DATABASE_URL=postgres://anna:s3cret@db.example.com/app?sslmode=verify-full',
    'plumb.config.json': '{ "schema": "sql" }',
  });
  const { code, stdout, stderr } = await plumbConfig(folder, []);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Database {2}anna@db\.example\.com:5432\/app \(TLS verified\)$/m);
  expect(stdout).toMatch(/^host +db\.example\.com +DATABASE_URL in \.env\.local$/m);
  expect(stdout).toMatch(/^password +\*{8} +DATABASE_URL in \.env\.local$/m);
  expect(stdout).toMatch(/^port +5432 +default: PostgreSQL's default$/m);
  expect(stdout).toMatch(/^schema +sql +schema in plumb\.config\.json$/m);
  expect(stdout).toMatch(/^shadow\.templates\.bytes +3\.7 GB +default/m);
  expect(stdout).not.toContain('s3cret');
});

test('in a narrow terminal the places stand below, and nothing is cut', async () => {
  const folder = project({ '.env.local': 'DATABASE_URL=postgres://anna@db.example.com/app' });
  const { stdout } = await plumbConfig(folder, [], { COLUMNS: '50' });
  expect(stdout).toContain('host  db.example.com\n  DATABASE_URL in .env.local\n');
});

test('without settings the database is the one that plumb runs', async () => {
  const { stdout } = await plumbConfig(project({}), []);
  expect(stdout).toContain("the project's own, which plumb runs");
});

test('--json gives the same data', async () => {
  const folder = project({ '.env': 'DATABASE_URL=postgres://dev@localhost/dev' });
  const { stdout } = await plumbConfig(folder, ['--json', '--url', 'postgres://anna:s3cret@db/app']);
  expect(stdout).not.toContain('s3cret');
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'config',
    ok: true,
    data: {
      target: 'url',
      settings: expect.arrayContaining([
        { name: 'user', value: 'anna', source: { kind: 'flag', detail: '--url' } },
        { name: 'password', value: '********', source: { kind: 'flag', detail: '--url' } },
        {
          name: 'schema',
          value: join(folder, 'db/schema'),
          source: { kind: 'default', detail: 'db/schema in the project' },
        },
      ]),
      unused: [{ title: 'DATABASE_URL in .env', why: '--url goes first' }],
    },
  });
});

test('a wrong setting is an error, told without the password', async () => {
  const { code, stderr } = await plumbConfig(project({}), [], { DATABASE_URL: 'postgres://anna:s3cr/et@db/app' });
  expect(code).toBe(2);
  expect(stderr).toContain('DATABASE_URL in the environment has an @ behind its first slash');
  expect(stderr).not.toContain('s3cr');
});

test('--config names the file', async () => {
  const folder = project({ 'other.json': '{ "schema": "elsewhere" }' });
  const { stdout } = await plumbConfig(folder, ['--config', 'other.json']);
  expect(stdout).toMatch(/^config +other\.json +--config$/m);
  expect(stdout).toMatch(/^schema +elsewhere +schema in other\.json$/m);
});
