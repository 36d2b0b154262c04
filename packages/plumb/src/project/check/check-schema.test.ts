import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';

beforeAll(async () => (await openShadowServer()).close());

const env = { ...process.env, CI: undefined };

const answer = z.object({ findings: z.array(z.object({ id: z.string(), objects: z.array(z.string()) })) });

async function findings(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await plumbHere(['check', ...args, '--schema', '--json'], { cwd, env });
  return answer.parse(JSON.parse(stdout)).findings.map(({ id, objects }) => `${id}: ${objects.join(', ')}`);
}

test('a schema is judged on its own, and what a tool remembers migrations in is no part of it', async () => {
  const cwd = schemaFolder({
    'schema.sql':
      'CREATE TABLE orders (id bigint PRIMARY KEY, paid money); CREATE TABLE schema_migrations (version varchar(128))',
  });
  expect(await findings(cwd, '--base', 'schema.sql')).toEqual(['money: public.orders.paid, public.orders']);
  const { stdout, code } = await plumbHere(['check', '--schema', '--base', 'schema.sql'], { cwd, env });
  expect(stdout).toContain('public.orders.paid is money.');
  expect(stdout).toContain('schema.sql: ');
  expect(code).toBe(0);
});

test('without a base it is the schema that the migrations of the project lead to', async () => {
  const cwd = schemaFolder({
    'm/1_first.sql': '-- plumb:up\nCREATE TABLE t (id bigint PRIMARY KEY, a json);\n-- plumb:down\nDROP TABLE t;\n',
    'm/2_second.sql':
      '-- plumb:up\nALTER TABLE t DROP COLUMN a, ADD COLUMN b money;\n-- plumb:down\nALTER TABLE t DROP COLUMN b, ADD COLUMN a json;\n',
  });
  expect(await findings(cwd, '--migrations', 'm')).toEqual(['money: public.t.b, public.t']);
});

test('beside files it is the schema that they lead to', async () => {
  const cwd = schemaFolder({
    'base.sql': 'CREATE TABLE t (id bigint PRIMARY KEY, a text);',
    'add.sql': 'ALTER TABLE t ADD COLUMN b json;',
  });
  expect(await findings(cwd, 'add.sql', '--base', 'base.sql')).toContain('json-over-jsonb: public.t.b, public.t');
});

test('findings are told at the statements that make what they are about, unless a comment there says it is meant so', async () => {
  const cwd = schemaFolder({
    'schema/a.sql':
      'CREATE TABLE people (id bigint PRIMARY KEY);\n\nCREATE TABLE orders (\n  id bigint PRIMARY KEY,\n  at timestamp\n);\n',
    'schema/b.sql':
      'ALTER TABLE orders ADD COLUMN person_id bigint REFERENCES people ON DELETE CASCADE;\n-- plumb-ignore money: of another system\nALTER TABLE orders ADD COLUMN paid money;\n',
  });
  const { stdout } = await plumbHere(['check', '--schema', '--base', 'schema', '--json'], { cwd, env });
  const { findings }: { findings: { id: string; location: { file: string; line: number } }[] } = JSON.parse(stdout);
  expect(findings.map(({ id, location: { file, line } }) => `${id} ${file}:${line}`).toSorted()).toEqual([
    'foreign-key-without-index schema/b.sql:1',
    'timestamp-without-zone schema/a.sql:3',
  ]);
});

test('of a Supabase project its own schema is judged, on the platform that it stands on', async () => {
  const cwd = schemaFolder({
    'plumb.config.json': '{ "check": { "preset": "supabase" } }',
    'supabase/migrations/20260101000000_profiles.sql':
      'create table public.profiles (id uuid primary key references auth.users on delete cascade, name text);\n',
    'supabase/migrations/20260102000000_notes.sql':
      'create table public.notes (id uuid primary key, owner uuid);\nalter table public.notes enable row level security;\ncreate policy own on public.notes to authenticated using (auth.uid() = owner);\n',
  });
  const { stdout } = await plumbHere(['check', '--schema', '--json'], { cwd, env });
  const { findings }: { findings: { id: string; severity: string }[] } = JSON.parse(stdout);
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ id, severity }) => `${severity} ${id}`)).toEqual(
    ['error policy-calls-auth-per-row', 'error rls-disabled-on-exposed-table'],
  );
});
