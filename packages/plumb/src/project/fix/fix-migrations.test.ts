import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const base = `
CREATE TABLE users (id bigint PRIMARY KEY, name text, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric);
CREATE INDEX orders_total ON orders (total);
`;

interface Answer {
  readonly data: {
    readonly written: boolean;
    readonly files: readonly { readonly after: string }[];
    readonly left: readonly { id: string; why: string }[];
  };
  readonly findings: readonly { readonly id: string }[];
  readonly error: { readonly message: string } | null;
}

async function plumb(cwd: string, ...args: readonly string[]): Promise<Answer> {
  const { stdout } = await plumbHere([...args, '--base', 'base.sql', '--json'], { cwd, env: process.env });
  return JSON.parse(stdout);
}

test.each([
  ['an index', 'CREATE INDEX orders_user ON orders (user_id);'],
  ['an index without a name', 'CREATE INDEX ON orders (lower(total::text)) WHERE total > 0;'],
  [
    'a foreign key',
    'ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;\nCREATE INDEX CONCURRENTLY orders_user ON orders (user_id);',
  ],
  ['a check', 'ALTER TABLE orders ADD CHECK (total > 0);'],
  ['NOT NULL', 'ALTER TABLE orders ALTER COLUMN total SET NOT NULL;'],
  ['a unique constraint', 'ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);'],
  ['an index that goes', 'DROP INDEX orders_total;'],
  ['an index that is built anew', 'REINDEX INDEX orders_total;'],
  ['a default for each row', 'ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();'],
  ['a required default for each row', 'ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();'],
  [
    'several at once',
    'BEGIN;\n-- the first\nCREATE INDEX orders_user ON orders (user_id);\nALTER TABLE users ADD COLUMN age int;\n/* the second */\nCREATE INDEX users_age ON users (age);\nALTER TABLE users ADD CONSTRAINT adult CHECK (age > 17);\nCOMMIT;\n',
  ],
  [
    'a required default for each row',
    'ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN note text;',
  ],
  ['many rows', "UPDATE users SET email = name || '@example.com' WHERE email IS NULL;"],
  ['rows that go', 'SELECT 1;\nDELETE FROM orders WHERE total < 0;'],
  [
    'several in one statement',
    'ALTER TABLE users ADD COLUMN age int, ADD CONSTRAINT named CHECK (name <> $$$$), ALTER email SET NOT NULL;',
  ],
  [
    'what cannot be in a transaction',
    'ALTER TABLE users ADD COLUMN age int;\nCREATE INDEX CONCURRENTLY users_age ON users (age);\n',
  ],
])('%s is written so that nothing is found', async (_, text) => {
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': text });
  const { data } = await plumb(cwd, 'fix', 'change.sql', '--write');
  expect(data.left).toEqual([]);
  expect(data.written).toBe(true);
  const { findings, error } = await plumb(cwd, 'check', 'change.sql');
  expect([error, findings]).toEqual([null, []]);
  for (const comment of text.match(/--[^\n]*|\/\*.*?\*\//g) ?? []) {
    expect(readFileSync(join(cwd, 'change.sql'), 'utf8')).toContain(comment);
  }
});

test('nothing is written unless it is asked for', async () => {
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': 'DROP INDEX orders_total;\n' });
  const { data } = await plumb(cwd, 'fix', 'change.sql');
  expect(data.files.map(({ after }) => after)).toEqual([
    '-- plumb:up no-transaction\nDROP INDEX CONCURRENTLY orders_total;\n',
  ]);
  expect(readFileSync(join(cwd, 'change.sql'), 'utf8')).toBe('DROP INDEX orders_total;\n');
  const { stdout } = await plumbHere(['fix', 'change.sql', '--base', 'base.sql'], { cwd, env: process.env });
  expect(stdout).toContain(
    '- DROP INDEX orders_total;\n+ -- plumb:up no-transaction\n+ DROP INDEX CONCURRENTLY orders_total;',
  );
  expect(stdout).toContain('plumb fix --write');
});

test('a format without sections keeps its files, and that is told', async () => {
  const text = '-- +goose Up\nDROP INDEX orders_total;\n-- +goose Down\nCREATE INDEX orders_total ON orders (total);\n';
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': text });
  const { data } = await plumb(cwd, 'fix', 'change.sql', '--write');
  expect(data.left).toMatchObject([{ id: 'drop-index-blocking', why: expect.stringContaining('no sections') }]);
  expect(readFileSync(join(cwd, 'change.sql'), 'utf8')).toBe(text);
});

test('what the database has already is never changed', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'db/migrations/1_first.sql': 'CREATE TABLE t (a int);\n',
    'db/migrations/2_second.sql': 'CREATE INDEX i ON t (a);\n',
  });
  const env = { ...process.env };
  expect((await plumbHere(['up'], { cwd, env })).code).toBe(0);
  const { stdout } = await plumbHere(['fix', '--all', '--write', '--json'], { cwd, env });
  await plumbHere(['db', 'stop'], { cwd, env });
  expect(JSON.parse(stdout).data).toMatchObject({ written: false, files: [], applied: ['1_first', '2_second'] });
  expect(readFileSync(join(cwd, 'db/migrations/2_second.sql'), 'utf8')).toBe('CREATE INDEX i ON t (a);\n');
});
