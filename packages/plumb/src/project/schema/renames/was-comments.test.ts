import { expect, test } from 'vitest';
import { findWasComments } from './was-comments.ts';

async function found(text: string): Promise<readonly string[]> {
  const { comments, misplaced } = await findWasComments([{ name: 'schema.sql', text }]);
  return [
    ...comments.map(
      ({ schema, name, part, was }) => `${[schema, name, part].map(String).join('.')} was ${was.join('.')}`,
    ),
    ...misplaced.map(({ line, column }) => `misplaced ${line}:${column}`),
  ];
}

test('a comment stands before a table, behind its first line or behind its end', async () => {
  const columns = '(\n  id int,\n  name text\n)';
  const expected = ['null.people.null was users'];
  expect(await found(`-- plumb:was users\nCREATE TABLE people ${columns};`)).toEqual(expected);
  expect(await found(`CREATE TABLE people ( -- plumb:was users\n  id int\n);`)).toEqual(expected);
  expect(await found(`CREATE TABLE people ${columns}; -- plumb:was users\nCREATE TABLE other (id int);`)).toEqual(
    expected,
  );
  expect(await found(`CREATE TABLE people (id int, name text); /* plumb:was users */`)).toEqual(expected);
});

test('a comment stands before a column, behind it or behind the last of its lines', async () => {
  expect(
    await found(`
      CREATE TABLE app."Übung" (
        -- plumb:was "Alt.er"
        age int,
        name text NOT NULL, -- plumb:was full name
        note text
          DEFAULT 'ä -- plumb:was nothing', -- plumb:was remark
        /* plumb:was one */ first int, /* plumb:was two */ second int
      );
    `),
  ).toEqual([
    'app.Übung.age was Alt.er',
    'app.Übung.name was full name',
    'app.Übung.note was remark',
    'app.Übung.first was one',
    'app.Übung.second was two',
  ]);
});

test('values of an enum, attributes, added columns, views and domains have comments, too', async () => {
  expect(
    await found(`
      -- plumb:was feeling
      CREATE TYPE mood AS ENUM (
        'it''s fine', -- plumb:was "ok."
        -- plumb:was glad
        'happy'
      );
      CREATE TYPE address AS (street text, zip text /* plumb:was postcode */);
      ALTER TABLE users ADD COLUMN x int; -- plumb:was y
      -- plumb:was old.v
      CREATE VIEW v AS SELECT 1 AS a;
      -- plumb:was mail
      CREATE DOMAIN email AS text;
    `),
  ).toEqual([
    'null.mood.null was feeling',
    "null.mood.it's fine was ok.",
    'null.mood.happy was glad',
    'null.address.zip was postcode',
    'null.users.x was y',
    'null.v.null was old.v',
    'null.email.null was mail',
  ]);
});

test('a comment that stands at nothing, or names nothing, is told with its place', async () => {
  expect(
    await found(
      [
        '-- plumb:was a',
        'CREATE INDEX ON t (x);',
        'CREATE TABLE t (',
        '  x int, -- plumb:was',
        '  PRIMARY KEY (x) -- plumb:was b',
        '  -- plumb:was c',
        ');',
        'CREATE TABLE u (x int);',
        '-- plumb:was d',
      ].join('\n'),
    ),
  ).toEqual(['misplaced 1:1', 'misplaced 4:10', 'misplaced 5:19', 'misplaced 6:3', 'misplaced 9:1']);
});

test('what only looks like a comment is none', async () => {
  expect(
    await found(
      `CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'x' -- plumb:was y\n $$; SELECT '-- plumb:was z';`,
    ),
  ).toEqual([]);
});
