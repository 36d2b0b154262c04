import { expect, test } from 'vitest';
import type { Section } from '../contract/migration.ts';
import { sqlSource } from '../sql/source.ts';
import { statementsOf } from '../sql/statements.ts';
import { sectionsOf } from './sections.ts';

function read(text: string): ReturnType<typeof sectionsOf> {
  return sectionsOf(sqlSource('m/1.sql', text));
}

function brief(sections: readonly Section[]): readonly string[] {
  return sections.map(
    (section) =>
      `${section.mode}: ${statementsOf(section)
        .map(({ text }) => text)
        .join('; ')}`,
  );
}

test('a migration is up and down sections, each with its mode, in the order of the file', () => {
  const { format, up, down } = read(`-- Jobs get a priority.

-- plumb:up
ALTER TABLE app.jobs ADD COLUMN priority integer NOT NULL DEFAULT 0;

-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY jobs_priority_idx ON app.jobs (priority);

-- plumb:up backfill table=app.jobs batch=500 key=tenant,"Job id"
UPDATE app.jobs SET priority = 10 WHERE payload @> '{"urgent": true}';

-- plumb:down no-transaction
DROP INDEX CONCURRENTLY app.jobs_priority_idx;
-- plumb:down
ALTER TABLE app.jobs DROP COLUMN priority;
`);
  expect(format).toBe('plumb');
  expect(brief(up)).toEqual([
    'transaction: ALTER TABLE app.jobs ADD COLUMN priority integer NOT NULL DEFAULT 0',
    'no-transaction: CREATE INDEX CONCURRENTLY jobs_priority_idx ON app.jobs (priority)',
    `backfill: UPDATE app.jobs SET priority = 10 WHERE payload @> '{"urgent": true}'`,
  ]);
  expect(up.map(({ backfill }) => backfill)).toEqual([
    null,
    null,
    { table: 'app.jobs', batch: 500, key: ['tenant', '"Job id"'] },
  ]);
  expect(brief(down)).toEqual([
    'no-transaction: DROP INDEX CONCURRENTLY app.jobs_priority_idx',
    'transaction: ALTER TABLE app.jobs DROP COLUMN priority',
  ]);
});

test('dbmate says transaction:false, goose says NO TRANSACTION of the whole file', () => {
  const dbmate = read('-- migrate:up transaction:false\r\nvacuum a;\r\n-- migrate:down\r\nselect 1;\r\n');
  expect(dbmate.format).toBe('dbmate');
  expect([brief(dbmate.up), brief(dbmate.down)]).toEqual([['no-transaction: vacuum a'], ['transaction: select 1']]);
  const goose = read(`-- +goose NO TRANSACTION
-- +goose Up
-- +goose StatementBegin
create function f() returns void language plpgsql as $$ begin perform 1; end $$;
-- +goose StatementEnd
-- +goose Down
drop function f();`);
  expect(goose.format).toBe('goose');
  expect(brief(goose.up)).toEqual([
    'no-transaction: create function f() returns void language plpgsql as $$ begin perform 1; end $$',
  ]);
  expect(brief(goose.down)).toEqual(['no-transaction: drop function f()']);
  const sqlMigrate = read('-- +migrate Up notransaction\nvacuum a;\n-- +migrate Down\nselect 1;');
  expect([sqlMigrate.format, brief(sqlMigrate.up)]).toEqual(['sql-migrate', ['no-transaction: vacuum a']]);
});

test('what stands above `-- Down Migration` goes up, also unmarked', () => {
  for (const mark of ['-- Up Migration\n', '---- Up Migration\n', '']) {
    const { format, up, down } = read(`${mark}create table a ();\n-- Down Migration\ndrop table a;`);
    expect([format, brief(up), brief(down)]).toEqual([
      'node-pg-migrate',
      ['transaction: create table a ()'],
      ['transaction: drop table a'],
    ]);
  }
  expect(read('-- up migration of the users, and down\nselect 1').format).toBeNull();
});

test('what holds only what PostgreSQL refuses in a transaction, and settings for it, needs no mark', () => {
  const twice = read(
    'set lock_timeout = 1000;\ndrop index concurrently if exists i;\ncreate index concurrently i on t (a);',
  );
  expect(brief(twice.up)).toEqual([
    'no-transaction: set lock_timeout = 1000; drop index concurrently if exists i; create index concurrently i on t (a)',
  ]);
  for (const other of ['set local lock_timeout = 1000', 'alter table t add a int', 'begin']) {
    expect(brief(read(`${other};\ncreate index concurrently i on t (a);`).up)[0]).toMatch(/^transaction:/);
  }
});

test('Atlas and sqlx say above all SQL that there is no transaction', () => {
  expect(brief(read('-- atlas:txmode none\n\nvacuum;').up)).toEqual(['no-transaction: vacuum']);
  expect(brief(read('-- no-transaction\nvacuum;').up)).toEqual(['no-transaction: vacuum']);
  expect(brief(read('select 1;\n-- no-transaction\n').up)).toEqual(['transaction: select 1']);
});

test('a mark in a string, a comment or a dollar quote is not a mark', () => {
  const text = `-- plumb:up
select 'a
-- plumb:down
', $$
-- plumb:down
$$ /*
-- plumb:down backfill /* */
*/, "
-- plumb:down
";
\\echo it's
select 2 -- plumb:down
;`;
  const { up, down } = read(text);
  expect(up.map((section) => statementsOf(section).length)).toEqual([2]);
  expect(down).toEqual([]);
  expect(read('select $$\n-- plumb:up\n$$').format).toBeNull();
  expect(read("-- plumb:up\ncopy a from stdin;\nit's\n-- plumb:down\n\\.\n-- plumb:down\nselect 1")).toMatchObject({
    up: [{ start: 12, end: 52 }],
    down: [{ start: 67, end: 75 }],
  });
});

test('a statement without its semicolon ends at the next mark', () => {
  const { up, down } = read('-- plumb:up\ncreate table a ()\n-- plumb:down\ndrop table a');
  expect([brief(up), brief(down)]).toEqual([['transaction: create table a ()'], ['transaction: drop table a']]);
});

test('sections without SQL are none, so that there is no way back through them', () => {
  expect(read('-- plumb:up\n-- nothing yet\n\n-- plumb:down\n;;\n')).toMatchObject({
    format: 'plumb',
    up: [],
    down: [],
  });
  expect(read('')).toMatchObject({ format: null, up: [], down: [] });
});

test('a comment of another kind that plumb reads is no mark', () => {
  expect(read('-- plumb:was old_name\ncreate table a ();').format).toBeNull();
  expect(read('-- migrated upwards\n-- migrate:update\nselect 1').format).toBeNull();
});

test.each([
  [
    '-- plumb:up no-transactions\nselect 1',
    '"no-transactions" is no mode of a section. (m/1.sql:1:13)',
    'no-transaction',
  ],
  ['\n  -- plumb:upp\nselect 1', '"upp" is no direction of a section. (m/1.sql:2:12)', '-- plumb:up'],
  ['-- plumb: up\nselect 1', '"-- plumb: up" is almost the mark of a section. (m/1.sql:1:1)', 'without blanks'],
  [
    'select 1;\n-- plumb down no-transaction\nselect 2',
    'is almost the mark of a section. (m/1.sql:2:1)',
    '-- plumb:up',
  ],
  ['--- plumb:up\nselect 1', 'is almost the mark of a section.', 'two dashes'],
  ['-- +plumb Up\nselect 1', 'is almost the mark of a section.', '-- plumb:up'],
  ['-- migrate: up\nselect 1\n-- migrate: down\n', 'is almost the mark of a section.', '-- plumb:up'],
  ['-- Up\nselect 1;\n-- Down\nselect 2', 'Below this stands a way down, as it seems', '-- plumb:down'],
  ['-- plumb:backfill table=a\nselect 1', '"backfill" is no direction of a section. (m/1.sql:1:10)', '-- plumb:up'],
  ['-- plumb:up transaction batch=5\nselect 1', '"batch=5" stands behind transaction', 'backfill'],
  ['-- plumb:up backfill\nupdate a set b = 1', 'A backfill has to name its table. (m/1.sql:1:1)', 'table=app.jobs'],
  [
    '-- plumb:up backfill table=a rows=5\nupdate a',
    '"rows=5" is no option of a backfill. (m/1.sql:1:30)',
    'batch=1000',
  ],
  ['-- plumb:up backfill table=a batch=0\nupdate a', '"0" is no size of a batch. (m/1.sql:1:36)', '1000000'],
  ['-- plumb:up backfill table=a batch=1e3\nupdate a', '"1e3" is no size of a batch. (m/1.sql:1:36)', '1000000'],
  ['-- plumb:up backfill table=a table=b\nupdate a', 'table is given twice. (m/1.sql:1:30)', 'out'],
  ['-- plumb:up backfill table= batch=5\nupdate a', 'Nothing stands behind table=. (m/1.sql:1:22)', 'sign'],
  ['-- plumb:up backfill table=a key=a,,b\nupdate a', '"a,,b" is no list of columns. (m/1.sql:1:34)', 'key='],
  [
    '-- plumb:up backfill table=a\nupdate a;\nupdate b;',
    'A backfill has more than one statement. (m/1.sql:3:1)',
    'own',
  ],
  ['-- plumb:up backfill table=a\n-- later\n', 'A backfill has no statement. (m/1.sql:1:29)', 'own'],
  ['-- migrate:up transaction:no\nselect 1', '"transaction:no" is no option', 'transaction:false'],
  ['select 1;\n-- plumb:up\nselect 2', 'SQL stands above the first section. (m/1.sql:1:1)', '-- plumb:up'],
  ['-- +goose Upwards\nselect 2', '"Upwards" is nothing that goose knows. (m/1.sql:1:1)', 'NO TRANSACTION'],
  ['-- +migrate Up fast\nselect 2', '"fast" is no option of +migrate. (m/1.sql:1:1)', 'notransaction'],
])('%j is refused with its place and with what is allowed', (text, message, hint) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: 'FILE_INVALID',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  );
});

test.each([
  '-- plumb up the prices\nselect 1',
  '-- migrate up to the next\nselect 1',
  '-- down\nselect 1',
  "-- up\nselect '\n-- down\n'",
  '-- scale up\n-- scale down\nselect 1',
])('%j is a comment, and all of it goes up', (text) => {
  const { up, down } = sectionsOf({ name: 'm/1.sql', text });
  expect([up.length, down.length]).toEqual([1, 0]);
});

test.each(['---- create above / drop below ----', '-- //@UNDO', '-- //@UNDO\n-- SQL to undo the change goes here.'])(
  'what stands below %s goes down',
  (mark) => {
    const { up, down, reversible, format } = sectionsOf({
      name: 'a.sql',
      text: `CREATE TABLE a ();\n\n${mark}\n\nDROP TABLE a;\n`,
    });
    expect(up.map(({ source, start, end }) => source.text.slice(start, end))).toEqual(['CREATE TABLE a ();']);
    expect(down.map(({ source, start, end }) => source.text.slice(start, end).split('\n').at(-1))).toEqual([
      'DROP TABLE a;',
    ]);
    expect([reversible, format]).toEqual([true, null]);
  },
);
