import { loadModule, parseSync } from 'libpg-query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { readTableStatistics, type TableStatistics } from '../table-statistics.ts';
import { definitionOf } from './candidate.ts';
import { candidatesOf } from './candidates-of.ts';
import { readUses } from './read-uses.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;
let catalog: Catalog;
let statistics: ReadonlyMap<string, TableStatistics>;

beforeAll(async () => {
  await loadModule();
  shadow = await createShadow();
  const client = await shadow.connect();
  await client.query(`
    CREATE EXTENSION pg_trgm;
    CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, name varchar(80), team int, active boolean NOT NULL, deleted_at timestamptz);
    CREATE TABLE posts (
      id int PRIMARY KEY, author int NOT NULL, state text NOT NULL, placed timestamptz NOT NULL, body text, data jsonb, tags text[], words tsvector
    );
    CREATE TABLE log (id int, at timestamptz, note text);
    CREATE VIEW feed AS SELECT p.id AS post, p.author AS who, u.name FROM posts p JOIN users u ON u.id = p.author;
    CREATE INDEX ON users (team);
  `);
  catalog = await readCatalog(client);
  statistics = await readTableStatistics(client);
  await client.end();
});

afterAll(() => shadow.drop());

/** Without what all have in common. */
function candidatesFor(...queries: readonly string[]): readonly string[] {
  const uses = queries.map((sql) => {
    const tree = parseSync(sql).stmts?.[0]?.stmt;
    return tree === undefined ? [] : readUses(tree, catalog);
  });
  return candidatesOf(uses, statistics).map(({ candidate }) =>
    definitionOf(candidate).replace('CREATE INDEX ON public.', ''),
  );
}

test('columns that are compared for equality come before a range or an order', () => {
  const found = candidatesFor(
    "SELECT * FROM posts WHERE placed > now() - interval '1 day' AND author = $1 AND state = $2",
  );
  expect(found).toContain('posts (author, state, placed)');
  expect(candidatesFor('SELECT * FROM posts WHERE author = $1 ORDER BY placed DESC LIMIT 20')).toContain(
    'posts (author, placed)',
  );
  expect(candidatesFor('SELECT * FROM posts ORDER BY author, placed DESC LIMIT 20')).toContain(
    'posts (author, placed DESC)',
  );
});

test('the other columns are carried along where that saves reading the table', () => {
  expect(candidatesFor('SELECT state FROM posts WHERE author = $1')).toContain('posts (author) INCLUDE (state)');
  expect(candidatesFor('SELECT * FROM posts WHERE author = $1')).toEqual(['posts (author)']);
});

test('columns of joins, groups and the greatest value have indexes, through sub-selects, CTEs and views', () => {
  expect(candidatesFor('SELECT p.* FROM users u JOIN posts p ON p.author = u.id WHERE u.email = $1')).toEqual(
    expect.arrayContaining(['posts (author)', 'users (email)']),
  );
  expect(candidatesFor('SELECT state, count(*) FROM posts GROUP BY state')).toContain('posts (state)');
  expect(candidatesFor('SELECT max(placed) FROM posts WHERE author = $1')).toContain('posts (author, placed)');
  expect(candidatesFor('SELECT * FROM (SELECT author AS who, body FROM posts) AS p WHERE who = 7')).toContain(
    'posts (author)',
  );
  expect(candidatesFor('WITH p AS (SELECT * FROM posts) SELECT body FROM p WHERE p.state = $1')).toContain(
    'posts (state)',
  );
  expect(candidatesFor('SELECT post FROM feed WHERE who = $1')).toContain('posts (author)');
  expect(
    candidatesFor('SELECT id FROM users u WHERE NOT EXISTS (SELECT FROM posts p WHERE p.author = u.id)'),
  ).toContain('posts (author)');
});

test('rows that are not deleted are singled out, but not those that one query looks for', () => {
  expect(candidatesFor('SELECT * FROM users WHERE email = $1 AND deleted_at IS NULL')).toContain(
    'users (email) WHERE deleted_at IS NULL',
  );
  expect(candidatesFor('SELECT * FROM users WHERE email = $1 AND active')).toContain('users (email) WHERE active');
  const one = "SELECT * FROM posts WHERE author = 4 AND state = 'lost'";
  expect(candidatesFor(one).filter((each) => each.includes('WHERE'))).toEqual([]);
  expect(candidatesFor(one, "SELECT id FROM posts WHERE state = 'lost' AND placed > now()")).toContain(
    "posts (author) WHERE state = 'lost'",
  );
});

test('expressions, patterns, documents, arrays, words and parts of words have indexes of their own', () => {
  expect(candidatesFor('SELECT * FROM users u WHERE lower(u.email) = $1')).toContain('users (lower(email))');
  expect(candidatesFor("SELECT * FROM posts WHERE data->>'kind' = $1")).toContain("posts ((data ->> 'kind'))");
  expect(candidatesFor("SELECT * FROM users WHERE email LIKE 'a%'")).toContain('users (email text_pattern_ops)');
  expect(candidatesFor("SELECT * FROM users WHERE name LIKE 'a%'")).toContain('users (name varchar_pattern_ops)');
  expect(candidatesFor("SELECT * FROM users WHERE email ILIKE '%a%'")).toEqual([
    'users USING gin (email gin_trgm_ops)',
  ]);
  expect(candidatesFor(`SELECT * FROM posts WHERE data @> '{"a": 1}'`)).toEqual([
    'posts USING gin (data)',
    'posts USING gin (data jsonb_path_ops)',
  ]);
  expect(candidatesFor("SELECT * FROM posts WHERE data ? 'a'")).toEqual(['posts USING gin (data)']);
  expect(candidatesFor("SELECT * FROM posts WHERE tags && '{a}'")).toEqual(['posts USING gin (tags)']);
  expect(candidatesFor("SELECT * FROM posts WHERE words @@ to_tsquery('simple', $1)")).toEqual([
    'posts USING gin (words)',
  ]);
});

test('an index that is there is no candidate, nor is one that does what it does', () => {
  expect(candidatesFor('SELECT * FROM users WHERE team = $1')).toEqual([]);
  expect(candidatesFor('SELECT * FROM users WHERE id = $1')).toEqual([]);
});
