import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Migration, readMigrations, type Section, statementsOf } from '@pgplumb/migrate';
import { expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import type { DraftSection } from './draft.ts';
import { writeNewMigration } from './write-new-migration.ts';

type Files = Readonly<Record<string, string>>;

const body = 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;';
const together: DraftSection = {
  mode: 'transaction',
  backfill: null,
  statements: ['-- Jobs.\nCREATE TABLE jobs (id int);', body],
};
const one = (mode: DraftSection['mode'], statement: string): DraftSection => ({
  mode,
  backfill: mode === 'backfill' ? { table: 'jobs', batch: 1000, key: null } : null,
  statements: [statement],
});
const dropped = one('transaction', 'DROP TABLE jobs;');
const indexed = one('no-transaction', 'CREATE INDEX CONCURRENTLY i ON jobs (id);');
const unindexed = one('no-transaction', 'DROP INDEX CONCURRENTLY i;');
const filled = one('backfill', 'UPDATE jobs SET id = 1;');

interface Ways {
  readonly up: readonly DraftSection[];
  readonly down: readonly DraftSection[];
}

const plain: Ways = { up: [together], down: [dropped] };
const alone: Ways = { up: [indexed], down: [unindexed] };
const several: Ways = { up: [dropped, filled, indexed], down: [unindexed, dropped] };
const everything: Ways = { up: [together, filled, indexed], down: [unindexed, dropped] };

async function write(files: Files, ways: Ways, folder = schemaFolder(files)): Promise<readonly string[]> {
  const written = await writeNewMigration({
    name: 'Add jobs',
    folder,
    cwd: folder,
    draft: { comment: 'Adds jobs.', ...ways },
  });
  return written.files.map((file) => file.replace(/\d{14}/, '<time>').replace(/\d{4}-\d\d-\d\d-\d{6}/, '<time>'));
}

/** What the newest migration of a folder is read as: modes and statements. */
async function readBack(folder: string): Promise<readonly string[]> {
  const { migrations } = await readMigrations(folder);
  const told = (sections: readonly Section[]): readonly string[] =>
    sections.map((section) => `${section.mode}: ${statementsOf(section).length}`);
  const newest: Migration | undefined = migrations.findLast(({ repeatable }) => repeatable !== true);
  return [...told(newest?.up ?? []), 'down', ...told(newest?.down ?? [])];
}

const dbmate = { '20200101000000_a.sql': '-- migrate:up\nselect 1;\n-- migrate:down\n' };
const goose = { '00009_a.sql': '-- +goose Up\nselect 1;\n' };
const sqlMigrate = { '1-a.sql': '-- +migrate Up\nselect 1;\n' };
const nodePg = { '1700000000000_a.sql': '-- Up Migration\nselect 1;\n-- Down Migration\n' };
const golang = { '000009_a.up.sql': 'select 1;', '000009_a.down.sql': 'select 1;' };
const hasura = { '1700000000000_a/up.sql': 'select 1;', '1700000000000_a/down.sql': 'select 1;' };
const prisma = { '20200101000000_a/migration.sql': 'select 1;' };
const diesel = { '2020-01-01-000000_a/up.sql': 'select 1;', '2020-01-01-000000_a/down.sql': 'select 1;' };
const flyway = { 'V1.9__a.sql': 'select 1;', 'R__b.sql': 'select 2;' };
const upAndDown = { 'up/1_a.sql': 'select 1;', 'down/1_a.sql': 'select 1;' };

test.each<[string, Files, readonly string[]]>([
  ['plumb', {}, ['<time>_add_jobs.sql']],
  ['dbmate', dbmate, ['<time>_add_jobs.sql']],
  ['goose', goose, ['00010_add_jobs.sql']],
  ['sql-migrate', sqlMigrate, ['2_add_jobs.sql']],
  ['node-pg-migrate', nodePg, [expect.stringMatching(/^1\d{12}_add_jobs\.sql$/)]],
  ['golang-migrate', golang, ['000010_add_jobs.up.sql', '000010_add_jobs.down.sql']],
  ['Hasura', hasura, [expect.stringMatching(/^1\d{12}_add_jobs\/up\.sql$/), expect.stringMatching(/\/down\.sql$/)]],
  ['Prisma', prisma, ['<time>_add_jobs/migration.sql', '<time>_add_jobs/down.sql']],
  ['Diesel', diesel, ['<time>_add_jobs/up.sql', '<time>_add_jobs/down.sql']],
  ['Flyway', flyway, ['V1.10__add_jobs.sql', 'U1.10__add_jobs.sql']],
  ['folders up and down', upAndDown, ['up/2_add_jobs.sql', 'down/2_add_jobs.sql']],
])(
  'a migration of one transaction is written as %s writes it, and read as it was meant',
  async (_tool, files, names) => {
    const folder = schemaFolder(files);
    expect(await write(files, plain, folder)).toEqual(names);
    expect(await readBack(folder)).toEqual(['transaction: 2', 'down', 'transaction: 1']);
  },
);

test.each<[string, Files]>([
  ['plumb', {}],
  ['dbmate', dbmate],
  ['goose', goose],
  ['sql-migrate', sqlMigrate],
  ['Diesel', diesel],
  ['Flyway', flyway],
])('a statement that can be in no transaction is one for %s', async (_tool, files) => {
  const folder = schemaFolder(files);
  await write(files, alone, folder);
  expect(await readBack(folder)).toEqual(['no-transaction: 1', 'down', 'no-transaction: 1']);
});

test.each<[string, Files]>([
  ['goose', goose],
  ['sql-migrate', sqlMigrate],
  ['Flyway', flyway],
])('%s runs statement after statement where each is a transaction', async (_tool, files) => {
  const folder = schemaFolder(files);
  await write(files, several, folder);
  expect(await readBack(folder)).toEqual(['no-transaction: 3', 'down', 'no-transaction: 2']);
});

test('the format of plumb carries everything', async () => {
  const folder = schemaFolder({});
  await write({}, everything, folder);
  expect(await readBack(folder)).toEqual([
    'transaction: 2',
    'backfill: 1',
    'no-transaction: 1',
    'down',
    'no-transaction: 1',
    'transaction: 1',
  ]);
});

test.each<[string, Files]>([
  ['dbmate', dbmate],
  ['goose', goose],
  ['sql-migrate', sqlMigrate],
  ['node-pg-migrate', nodePg],
  ['golang-migrate', golang],
  ['hasura', hasura],
  ['prisma', prisma],
  ['Diesel', diesel],
  ['Flyway', flyway],
])('what a migration of %s cannot carry is refused, and nothing is written', async (tool, files) => {
  const folder = schemaFolder(files);
  const before = readdirSync(folder, { recursive: true });
  await expect(write(files, everything, folder)).rejects.toMatchObject({
    code: 'USAGE',
    message: `This migration runs in 3 transactions, some of it outside of any, and a migration of ${tool} can't.`,
    hint: expect.stringContaining('--plain'),
  });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

test('statements with semicolons inside are fenced for tools that end statements at each of them', async () => {
  const folder = schemaFolder(goose);
  const [file = ''] = await write(goose, plain, folder);
  expect(readFileSync(join(folder, file), 'utf8')).toBe(`-- Adds jobs.

-- +goose Up
-- Jobs.
CREATE TABLE jobs (id int);

-- +goose StatementBegin
${body}
-- +goose StatementEnd

-- +goose Down
DROP TABLE jobs;
`);
});

test('Supabase has no way down, and that is told', async () => {
  const cwd = schemaFolder({ 'supabase/migrations/20200101000000_a.sql': 'select 1;' });
  const folder = join(cwd, 'supabase/migrations');
  const draft = { comment: '', ...plain };
  const { withDown, files } = await writeNewMigration({ name: 'jobs', folder, cwd, draft });
  expect({ withDown, format: files[0]?.replace(/\d{14}/, '<time>') }).toEqual({
    withDown: false,
    format: 'supabase/migrations/<time>_jobs.sql',
  });
  expect(await readBack(folder)).toEqual(['transaction: 2', 'down']);
});

test.each<[string, Files, string]>([
  ['Drizzle', { 'meta/_journal.json': '{"entries":[]}' }, 'npx drizzle-kit generate --custom --name=add_jobs'],
  [
    'sqitch',
    { 'sqitch.plan': '%project=a\na 2020-01-01T00:00:00Z A <a@b.c>\n', 'deploy/a.sql': '' },
    'sqitch add add_jobs',
  ],
])('%s writes its own list, so its own command is named', async (_tool, files, command) => {
  await expect(write(files, plain)).rejects.toMatchObject({ code: 'USAGE', hint: expect.stringContaining(command) });
});
