import type { Pair } from './schemas.ts';

/** What all of them are asked of. */
export const queriedSchema = `CREATE EXTENSION pg_trgm;
CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, nick text, city text, boss bigint, born date, joined timestamptz NOT NULL, data jsonb NOT NULL);
CREATE INDEX people_name ON people (name);
CREATE INDEX people_joined ON people (joined);
CREATE INDEX people_city ON people USING gin (city gin_trgm_ops);
CREATE INDEX people_nick ON people (lower(nick));
CREATE INDEX people_plan ON people ((data ->> 'plan'));
CREATE TABLE orders (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES people (id), state text NOT NULL, total numeric(12, 2) NOT NULL, code varchar(20), at timestamptz NOT NULL);
CREATE INDEX orders_person ON orders (person_id);
CREATE INDEX orders_code ON orders (code varchar_pattern_ops);
CREATE TABLE bans (id bigint PRIMARY KEY, person_id bigint);`;

const pairs: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
  'a column that is not there': ['SELECT nmae FROM people WHERE id = $1', 'SELECT name FROM people WHERE id = $1'],
  'a table that is not there': ['SELECT id FROM person WHERE id = 1', 'SELECT id FROM people WHERE id = 1'],
  'a column of two tables': [
    'SELECT id FROM people JOIN orders ON person_id = people.id WHERE people.id = 1',
    'SELECT orders.id FROM people JOIN orders ON person_id = people.id WHERE people.id = 1',
  ],
  'a column that is not grouped by': [
    'SELECT state, code, count(*) FROM orders WHERE person_id = 1 GROUP BY state',
    'SELECT state, count(*) FROM orders WHERE person_id = 1 GROUP BY state',
  ],
  'a value of another type': ["SELECT name FROM people WHERE id = 'one'", "SELECT name FROM people WHERE id = '1'"],
  'an operator that is not there': ['SELECT id FROM people WHERE name = 5', "SELECT id FROM people WHERE name = '5'"],
  'a conflict with no key': [
    'INSERT INTO bans (id, person_id) VALUES ($1, $2) ON CONFLICT (person_id) DO NOTHING',
    'INSERT INTO bans (id, person_id) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
  ],
  'columns that are returned': [
    'DELETE FROM bans WHERE id = $1 RETURNING person',
    'DELETE FROM bans WHERE id = $1 RETURNING person_id',
  ],
  'all columns': ['SELECT * FROM people WHERE id = $1', 'SELECT id, name FROM people WHERE id = $1'],
  'all columns of one of two': [
    'SELECT o.id, p.* FROM orders o JOIN people p ON p.id = o.person_id WHERE o.id = $1',
    'SELECT count(*) FROM orders o JOIN people p ON p.id = o.person_id WHERE o.id = $1',
  ],
  'columns that are named within': [
    'SELECT * FROM (SELECT * FROM orders WHERE id = 1) AS o',
    'SELECT * FROM (SELECT id, total FROM orders WHERE id = 1) AS o',
  ],
  'far pages': [
    'SELECT id FROM orders ORDER BY id LIMIT 20 OFFSET 10000',
    'SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT 20',
  ],
  'pages by number': [
    'SELECT id FROM orders ORDER BY id LIMIT $1 OFFSET $2',
    'SELECT id FROM orders ORDER BY id LIMIT $1 OFFSET 0',
  ],
  'a function on a column': [
    'SELECT id FROM people WHERE lower(email) = $1',
    'SELECT id FROM people WHERE lower(nick) = $1',
  ],
  'a cast of a column': [
    'SELECT name FROM people WHERE id::text = $1',
    'SELECT name FROM people WHERE id = $1::bigint',
  ],
  'a sum with a column': ['SELECT name FROM people WHERE id + 1 = $1', 'SELECT name FROM people WHERE id = $1 - 1'],
  'one of two columns': [
    'SELECT id FROM people WHERE email = $1 OR born = $2',
    'SELECT id FROM people WHERE email = $1 OR name = $2',
  ],
  'a pattern that begins with anything': [
    "SELECT id FROM people WHERE name ILIKE '%son%'",
    "SELECT id FROM people WHERE city ILIKE '%burg%'",
  ],
  'a pattern on an index in order of a language': [
    "SELECT id FROM people WHERE name LIKE 'And%'",
    "SELECT id FROM orders WHERE code LIKE 'A-%'",
  ],
  'NOT IN and NULL': [
    'SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM bans)',
    'SELECT id FROM people WHERE id NOT IN (SELECT person_id FROM orders)',
  ],
  'NOT IN that says so': [
    'SELECT id FROM people WHERE NOT id IN (SELECT boss FROM people)',
    'SELECT id FROM people WHERE id NOT IN (SELECT boss FROM people WHERE boss IS NOT NULL)',
  ],
  'a number with a point': ['SELECT name FROM people WHERE id = 5.0', 'SELECT id FROM orders WHERE total = 5.0'],
  'every row deleted': ['DELETE FROM bans', 'DELETE FROM bans WHERE person_id = $1'],
  'every row changed': [
    "UPDATE orders SET state = 'old' WHERE true",
    "UPDATE orders SET state = 'old' WHERE person_id = 5",
  ],
  'some rows': ['SELECT id FROM orders WHERE person_id = 1 LIMIT 5', 'SELECT id FROM people WHERE email = $1 LIMIT 1'],
  'some rows to delete': [
    "SELECT id FROM orders WHERE state = 'old' LIMIT 100",
    "DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE state = 'old' LIMIT 100)",
  ],
  'whether there is any': [
    'SELECT count(*) > 0 FROM orders WHERE person_id = $1',
    'SELECT count(*) > 10 FROM orders WHERE person_id = $1',
  ],
  'none of them': [
    'SELECT name FROM people p WHERE (SELECT count(*) FROM orders o WHERE o.person_id = p.id) = 0',
    'SELECT name FROM people p WHERE NOT EXISTS (SELECT FROM orders o WHERE o.person_id = p.id)',
  ],
  'in no order': [
    'SELECT id FROM people ORDER BY random() LIMIT 1',
    'SELECT id FROM people TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT 1',
  ],
  'DISTINCT over a join': [
    'SELECT DISTINCT p.id, p.name FROM people p JOIN orders o ON o.person_id = p.id WHERE o.total > 9',
    'SELECT DISTINCT o.state FROM orders o JOIN people p ON p.id = o.person_id WHERE p.born > $1',
  ],
  'a path in a document': [
    "SELECT id FROM people WHERE data ->> 'city' = $1",
    "SELECT id FROM people WHERE data ->> 'plan' = $1",
  ],
  'a part of a document': [
    `SELECT id FROM people WHERE data @> '{"a": 1}'`,
    `SELECT data @> '{"a": 1}' FROM people WHERE id = $1`,
  ],
  'a day': [
    'SELECT id FROM people WHERE date(joined) = $1',
    'SELECT id FROM people WHERE joined >= $1::date AND joined < $1::date + 1',
  ],
  'the age of a row': [
    "SELECT id FROM people WHERE now() - joined < interval '1 day'",
    "SELECT id FROM people WHERE joined > now() - interval '1 day'",
  ],
  'rows that are locked': [
    'SELECT total FROM orders WHERE id IN ($1, $2) FOR UPDATE',
    'SELECT total FROM orders WHERE id IN ($1, $2) ORDER BY id FOR UPDATE',
  ],
  'work that is taken': [
    "SELECT id FROM orders WHERE state = 'new' FOR UPDATE",
    "SELECT id FROM orders WHERE state = 'new' FOR UPDATE SKIP LOCKED",
  ],
};

export const queries: readonly Pair[] = Object.entries(pairs).map(([name, [wrong, right]]) => ({ name, wrong, right }));
