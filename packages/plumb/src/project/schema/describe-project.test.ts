import { expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import type { Description } from '../../catalog/description/description.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { renderDescriptions } from '../../report/description/descriptions-text.ts';
import { createLook } from '../../report/look.ts';
import { describeProject, type ProjectDescription } from './describe-project.ts';

const schema = `
  create schema app;
  create type app.status as enum ('draft', 'sent');
  create domain app.email as text check (value like '%@%');
  create table app.orgs (id bigint generated always as identity primary key, name text not null unique);
  create table app.users (
    id bigint generated always as identity primary key,
    org_id bigint not null references app.orgs on delete cascade,
    email app.email,
    status app.status not null default 'draft',
    upper_email text generated always as (upper(email)) stored,
    unique (org_id, email),
    constraint has_email check (email is not null or status = 'draft')
  );
  comment on table app.users is 'People who may log in.';
  comment on column app.users.email is 'Where invitations go, which is why it may not be shown to anybody else.';
  create index by_email on app.users (lower(email)) where status <> 'draft';
  create function app.touch() returns trigger language plpgsql as 'begin return new; end';
  create trigger touch before update on app.users for each row execute function app.touch();
  alter table app.users enable row level security;
  create policy own on app.users for select using (org_id = 1);
  create view app.active as select id, email from app.users where status = 'sent';
  create function app.found(a integer, b text default 'x') returns text language sql stable as 'select b from app.orgs';
  create function app.found(a text) returns text language sql as 'select a';
  create table app.events (at date not null check (at > '2000-01-01')) partition by range (at);
  create table app.events_new partition of app.events for values from ('2024-01-01') to (maxvalue);
  create table app."Weird Name" (id int);
`;

function describe(name?: string, from = 'schema.sql'): Promise<ProjectDescription> {
  const cwd = schemaFolder({ 'package.json': '{}', 'schema.sql': schema });
  const { signal } = new AbortController();
  return describeProject({ name, from, cwd, env: process.env, signal, progress: () => {} });
}

async function only(name: string): Promise<Description> {
  const { found } = await describe(name);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${name} means ${found.length} objects.`);
  return first;
}

async function text(name: string | undefined, width: number): Promise<string> {
  return renderDescriptions(await describe(name), createLook({ colour: false, width, unicode: true, verbose: false }));
}

test('a table is told with all that belongs to it, and with what refers to it', async () => {
  expect(await text('users', 80)).toBe(`table app.users
People who may log in.

Columns
column       type        null      default
───────────  ──────────  ────────  ──────────────────────
id           bigint      not null  identity
org_id       bigint      not null
email        app.email
status       app.status  not null  'draft'::app.status
upper_email  text                  = upper((email)::text)

Comments
  email  Where invitations go, which is why it may not be shown to anybody else.

Keys
  users_pkey              PRIMARY KEY (id)
  users_org_id_email_key  UNIQUE (org_id, email)

Foreign keys
  users_org_id_fkey  (org_id) → app.orgs (id) ON DELETE CASCADE

Checks
  has_email  CHECK ((email IS NOT NULL) OR (status = 'draft'::app.status))

Indexes
  by_email  (lower((email)::text)) WHERE (status <> 'draft'::app.status)

Triggers
  touch  BEFORE UPDATE FOR EACH ROW → app.touch()

Policies (row security is on)
  own  FOR SELECT TO PUBLIC USING ((org_id = 1))

Used by
  view  app.active`);
  expect(await only('app.orgs')).toMatchObject({
    kind: 'table',
    primaryKey: { name: 'orgs_pkey' },
    referencedBy: [{ table: 'app.users', columns: ['org_id'], references: { columns: ['id'] } }],
    namedBy: [{ kind: 'function', name: 'app.found(integer, text)' }],
  });
});

test('a partition has what its table hands down to it, and the table names its partitions', async () => {
  const inheritedFrom = 'app.events';
  expect(await only('events_new')).toMatchObject({
    columns: [{ name: 'at', type: 'date', nullable: false }],
    checks: [{ name: 'events_at_check', inheritedFrom }],
    partitionOf: { table: 'app.events', bounds: `FOR VALUES FROM ('2024-01-01') TO (MAXVALUE)` },
  });
  expect(await only('events')).toMatchObject({ partitionKey: 'RANGE (at)', partitions: [{ table: 'app.events_new' }] });
});

test('a type tells what it is made of and which columns have it', async () => {
  expect(await only('status')).toMatchObject({
    kind: 'enum',
    labels: ['draft', 'sent'],
    usedBy: expect.arrayContaining([{ kind: 'column', name: 'app.users.status' }]),
    sql: expect.stringMatching(/^CREATE TYPE app\.status AS ENUM \(/),
  });
  expect(await only('email')).toMatchObject({ kind: 'domain', base: 'text', constraints: [{ name: 'email_check' }] });
});

test('a name alone means every overload, and argument types choose one, however they are spelt', async () => {
  expect((await describe('found')).found).toHaveLength(2);
  expect(await only('found(int, text)')).toMatchObject({
    kind: 'function',
    arguments: `a integer, b text DEFAULT 'x'::text`,
    attributes: ['STABLE'],
    body: 'select b from app.orgs',
  });
});

test('a column is told with the keys and indexes that it is in', async () => {
  expect(await only('app.users.email')).toMatchObject({
    kind: 'column',
    column: { type: 'app.email', nullable: true },
    partOf: [{ name: 'users_org_id_email_key' }, { name: 'has_email' }, { name: 'by_email' }],
    usedBy: expect.arrayContaining([{ kind: 'view', name: 'app.active' }]),
  });
});

test('capitals make no difference where nothing else is called so', async () => {
  expect(await only('app.USERS')).toMatchObject({ kind: 'table', name: 'app.users' });
  expect(await only('weird name')).toMatchObject({ name: 'app."Weird Name"' });
});

test('a star means all that stands in a schema', async () => {
  const { found } = await describe('app.*');
  const names = found.map((each) => each.name);
  expect(names).toContain('app.users');
  expect(names).toContain('app.found(text)');
  expect(names).not.toContain('app.users.email');
});

test('what nothing is called is answered with what was probably meant', async () => {
  await expect(describe('app.usrs')).rejects.toMatchObject({
    code: 'USAGE',
    message: 'Nothing in schema.sql is called app.usrs.',
    hint: 'Did you mean app.users?',
  });
});

test('without a name all schemas are told in short', async () => {
  const told = await text(undefined, 80);
  expect(told).toMatch(/^schema app\n4 tables, 1 view, 2 types, 3 functions\n/);
  expect(told).toMatch(/^events +1 {2}1 partition$/m);
  expect(told).toMatch(/^users +5 +People who may log in\.$/m);
  expect(told).not.toContain('events_new');
  expect(told).toMatch(/^status {2}enum {4}draft, sent$/m);
});

test('no line is wider than the terminal', async () => {
  const lines = (await text('app.users', 60)).split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});

test('a database tells how many rows it has and how large they are, where it has counted them', async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  await client.query(`
    create table counted (id int primary key); insert into counted select generate_series(1, 500); analyze counted;
    create table uncounted (id int)
  `);
  await client.end();
  const { found } = await describe('counted', shadow.url);
  expect(found).toMatchObject([{ name: 'public.counted', rows: 500, bytes: expect.any(Number) }]);
  expect((await describe('uncounted', shadow.url)).found).toMatchObject([{ rows: null, bytes: null }]);
});

test('a project without a schema whose database does not run is told what to do', async () => {
  const cwd = schemaFolder({ 'package.json': '{}' });
  const { signal } = new AbortController();
  const described = describeProject({ cwd, env: { HOME: cwd }, signal, progress: () => {} });
  await expect(described).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
    message: "There is no schema in db/schema, and the project's database doesn't run.",
  });
});
