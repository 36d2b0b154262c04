import { beforeAll, expect, test } from 'vitest';
import { type AtTerminal, plumbAtTerminal } from '../../../test/plumb-at-terminal.ts';
import { type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';

// The first start of the shadow server belongs to no test.
beforeAll(async () => (await openShadowServer()).close());

const env = { ...process.env, CI: undefined };

function argsFor(before: string, after: string, args: readonly string[]): { args: readonly string[]; cwd: string } {
  const cwd = schemaFolder({ 'before.sql': before, 'after.sql': after });
  return { args: ['diff', '--from', 'before.sql', '--to', 'after.sql', ...args], cwd };
}

async function diff(before: string, after: string, ...args: readonly string[]): Promise<Printed> {
  const line = argsFor(before, after, args);
  return plumbHere(line.args, { cwd: line.cwd, env });
}

async function diffAtTerminal(
  before: string,
  after: string,
  answers: Parameters<typeof plumbAtTerminal>[1],
): Promise<AtTerminal> {
  const line = argsFor(before, after, []);
  return plumbAtTerminal(line.args, answers, { cwd: line.cwd, env });
}

const users = 'CREATE TABLE users (id int, name text);';
const people = 'CREATE TABLE users (id int, full_name text);';

test('the migration and its way back are SQL, and equal schemas are said to be', async () => {
  expect(await diff(users, 'CREATE TABLE users (id int, name text, age int);')).toEqual({
    code: 0,
    stdout: 'ALTER TABLE public.users ADD COLUMN age integer;\n',
    stderr: '',
  });
  expect((await diff(users, users, '--exit-code')).stdout).toBe('-- before.sql and after.sql are equal.\n');
  expect(await diff(users, `${users} CREATE TABLE t (id int);`, '--down', '--exit-code')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/DROP TABLE public\.t;\n$/),
  });
});

test('without an answer it names the flags that are one', async () => {
  const { code, stdout, stderr } = await diff(users, people);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'The column public.users.name is gone, and public.users.full_name is new.',
  );
  expect(stderr.replace(/\s+/g, ' ')).toContain('Say --rename public.users.name=full_name, or --rename none');
  const json = await diff(users, people, '--json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    data: {
      up: '',
      steps: [],
      refusal: {
        reason: 'renames',
        choices: [
          {
            what: 'column',
            was: 'public.users.name',
            is: 'public.users.full_name',
            flag: '--rename public.users.name=full_name',
          },
        ],
      },
    },
    findings: [{ id: 'rename-unanswered', objects: ['public.users.name', 'public.users.full_name'] }],
  });
});

test('flags and comments answer', async () => {
  const renamed = 'ALTER TABLE public.users RENAME COLUMN name TO full_name;';
  expect((await diff(users, people, '--rename', 'public.users.name=full_name')).stdout).toContain(renamed);
  const commented = people.replace('full_name', '/* plumb:was name */ full_name');
  expect((await diff(users, commented)).stdout).toContain(renamed);
  // Once it is done, the comment means nothing any more.
  expect((await diff(people, commented)).stdout).toContain('are equal');
  const lost = await diff(users, people, '--rename', 'none');
  expect(lost.code).toBe(1);
  expect(lost.stderr).toContain('--allow data-loss');
  const { stdout } = await diff(users, people, '--rename', 'none', '--allow', 'data-loss');
  expect(stdout).toContain('DROP COLUMN name;');
  const kept = await diff(users, people, '--rename', 'none', '--keep-dropped');
  expect(kept.stdout).toMatch(/RENAME COLUMN name TO name_dropped_\d{8};/);
});

test('a rename that cannot be, a comment at nothing and a flag that says nothing are told', async () => {
  expect((await diff(users, people, '--rename', 'public.users.nam=full_name')).stderr.replace(/\s+/g, ' ')).toContain(
    'There is nothing of that name in the schema before.',
  );
  const misplaced = await diff(users, `${users}\n-- plumb:was people`);
  expect(misplaced.stderr).toContain('after.sql:2:1');
  expect(await diff(users, people, '--rename', 'name')).toMatchObject({ code: 2 });
  expect(await diff(users, people, '--allow', 'everything')).toMatchObject({ code: 2 });
});

test('at a terminal it asks whether something was renamed', async () => {
  const { code, stdout, shown } = await diffAtTerminal(users, people, [['Was it renamed?', '\r']]);
  expect(shown).toContain('The column public.users.name is gone. Was it renamed?');
  expect({ code, stdout: stdout.match(/ALTER.*;/)?.[0] }).toEqual({
    code: 0,
    stdout: 'ALTER TABLE public.users RENAME COLUMN name TO full_name;',
  });
});

test('at a terminal it asks whether data may be lost, and takes no for an answer', async () => {
  const dropped = '\u001b[B\r';
  const yes = await diffAtTerminal(users, people, [
    ['Was it renamed?', dropped],
    ['Go on?', 'y'],
  ]);
  expect(yes.shown).toContain('The column public.users.name is dropped with all that it holds.');
  expect(yes).toMatchObject({ code: 0, stdout: expect.stringContaining('DROP COLUMN name;') });
  const no = await diffAtTerminal(users, people, [
    ['Was it renamed?', dropped],
    ['Go on?', 'n'],
  ]);
  expect(no).toMatchObject({ code: 1, stdout: '' });
});
