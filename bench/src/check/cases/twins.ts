import type { Twins } from './case.ts';

/** No text decides these: only the schema, or what a function does, tells which of the two it is. */
export const twins: readonly Twins[] = [
  {
    name: 'to text, from a number or from varchar',
    migration: 'ALTER TABLE orders ALTER COLUMN code TYPE text;',
    dangerousOn: 'CREATE TABLE orders (id bigint PRIMARY KEY, code integer);',
    harmlessOn: 'CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(20));',
  },
  {
    name: 'to a length, from none or from a shorter one',
    migration: 'ALTER TABLE customers ALTER COLUMN phone TYPE varchar(50);',
    dangerousOn: 'CREATE TABLE customers (id bigint PRIMARY KEY, phone text);',
    harmlessOn: 'CREATE TABLE customers (id bigint PRIMARY KEY, phone varchar(20));',
  },
  {
    name: 'a numeric of another scale, or only of more digits',
    migration: 'ALTER TABLE invoices ALTER COLUMN total TYPE numeric(12, 2);',
    dangerousOn: 'CREATE TABLE invoices (id bigint PRIMARY KEY, total numeric(12, 4));',
    harmlessOn: 'CREATE TABLE invoices (id bigint PRIMARY KEY, total numeric(10, 2));',
  },
  {
    name: 'a key to bigint, which it may be already',
    migration: 'ALTER TABLE events ALTER COLUMN id TYPE bigint;',
    dangerousOn: 'CREATE TABLE events (id integer PRIMARY KEY, kind text);',
    harmlessOn: 'CREATE TABLE events (id bigint PRIMARY KEY, kind text);',
  },
  {
    name: 'SET NOT NULL, with and without a constraint that proves it',
    migration: 'ALTER TABLE orders ALTER COLUMN state SET NOT NULL;',
    dangerousOn: 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);',
    harmlessOn:
      'CREATE TABLE orders (id bigint PRIMARY KEY, state text, CONSTRAINT state_there CHECK (state IS NOT NULL));',
  },
  {
    name: 'a primary key by an index whose column may be null, or not',
    migration: 'ALTER TABLE visits ADD CONSTRAINT visits_pkey PRIMARY KEY USING INDEX visits_id;',
    dangerousOn: 'CREATE TABLE visits (id bigint, page text); CREATE UNIQUE INDEX visits_id ON visits (id);',
    harmlessOn: 'CREATE TABLE visits (id bigint NOT NULL, page text); CREATE UNIQUE INDEX visits_id ON visits (id);',
  },
  {
    name: 'a column of a domain, with and without a constraint',
    migration: 'ALTER TABLE products ADD COLUMN weight grams;',
    dangerousOn: 'CREATE DOMAIN grams AS integer CHECK (VALUE > 0); CREATE TABLE products (id bigint PRIMARY KEY);',
    harmlessOn: 'CREATE DOMAIN grams AS integer; CREATE TABLE products (id bigint PRIMARY KEY);',
  },
  {
    name: 'a default that differs from row to row, or does not',
    migration: 'ALTER TABLE sessions ADD COLUMN token text DEFAULT new_token();',
    dangerousOn: `CREATE TABLE sessions (id bigint PRIMARY KEY);
CREATE FUNCTION new_token() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT md5(random()::text)';`,
    harmlessOn: `CREATE TABLE sessions (id bigint PRIMARY KEY);
CREATE FUNCTION new_token() RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'none'$$;`,
  },
  {
    name: 'a partition that is attached, with and without a constraint that proves its bounds',
    migration: "ALTER TABLE logs ATTACH PARTITION logs_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
    dangerousOn: `CREATE TABLE logs (at date NOT NULL, line text) PARTITION BY RANGE (at);
CREATE TABLE logs_2026 (at date NOT NULL, line text);`,
    harmlessOn: `CREATE TABLE logs (at date NOT NULL, line text) PARTITION BY RANGE (at);
CREATE TABLE logs_2026 (at date NOT NULL, line text,
  CONSTRAINT in_2026 CHECK (at IS NOT NULL AND at >= '2026-01-01' AND at < '2027-01-01'));`,
  },
  {
    name: 'REFRESH CONCURRENTLY, with and without the index that it needs',
    migration: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
    dangerousOn:
      'CREATE TABLE sales (day date, amount int); CREATE MATERIALIZED VIEW totals AS SELECT day, sum(amount) FROM sales GROUP BY day;',
    harmlessOn:
      'CREATE TABLE sales (day date, amount int); CREATE MATERIALIZED VIEW totals AS SELECT day, sum(amount) FROM sales GROUP BY day; CREATE UNIQUE INDEX totals_day ON totals (day);',
  },
  {
    name: 'CONCURRENTLY on a partitioned table, or on a plain one',
    migration: '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY readings_sensor ON readings (sensor);',
    dangerousOn:
      'CREATE TABLE readings (sensor int, at date) PARTITION BY RANGE (at); CREATE TABLE readings_all PARTITION OF readings DEFAULT;',
    harmlessOn: 'CREATE TABLE readings (sensor int, at date);',
  },
  {
    name: 'an index ON ONLY a plain table, or a partitioned one',
    migration: 'CREATE INDEX readings_sensor ON ONLY readings (sensor);',
    dangerousOn: 'CREATE TABLE readings (sensor int, at date);',
    harmlessOn:
      'CREATE TABLE readings (sensor int, at date) PARTITION BY RANGE (at); CREATE TABLE readings_all PARTITION OF readings DEFAULT;',
  },
  {
    name: 'DROP FUNCTION CASCADE, with and without a trigger that goes with it',
    migration: 'DROP FUNCTION touch() CASCADE;',
    dangerousOn: `CREATE TABLE posts (id bigint PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.at := now(); RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch();`,
    harmlessOn: `CREATE TABLE posts (id bigint PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.at := now(); RETURN NEW; END';`,
  },
  {
    name: 'DROP TYPE CASCADE, with and without a column of it',
    migration: 'DROP TYPE mood CASCADE;',
    dangerousOn: "CREATE TYPE mood AS ENUM ('fine', 'sad'); CREATE TABLE diary (id bigint PRIMARY KEY, feeling mood);",
    harmlessOn: "CREATE TYPE mood AS ENUM ('fine', 'sad'); CREATE TABLE diary (id bigint PRIMARY KEY, feeling text);",
  },
  {
    name: 'a function that is called, which changes a table or only reads it',
    migration: 'SELECT tidy_up();',
    dangerousOn: `CREATE TABLE parcels (id bigint PRIMARY KEY, weight integer);
CREATE FUNCTION tidy_up() RETURNS void LANGUAGE plpgsql AS
  'BEGIN ALTER TABLE parcels ALTER COLUMN weight TYPE numeric; END';`,
    harmlessOn: `CREATE TABLE parcels (id bigint PRIMARY KEY, weight integer);
CREATE FUNCTION tidy_up() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM count(*) FROM parcels WHERE id = 1; END';`,
  },
  {
    name: 'SET LOGGED of what is not logged, or is',
    migration: 'ALTER TABLE carts SET LOGGED;',
    dangerousOn: 'CREATE UNLOGGED TABLE carts (id bigint PRIMARY KEY, items jsonb);',
    harmlessOn: 'CREATE TABLE carts (id bigint PRIMARY KEY, items jsonb);',
  },
  {
    name: 'a constraint of a domain that a table uses, or none',
    migration: 'ALTER DOMAIN amount ADD CONSTRAINT not_negative CHECK (VALUE >= 0);',
    dangerousOn: 'CREATE DOMAIN amount AS numeric; CREATE TABLE refunds (id bigint PRIMARY KEY, paid amount);',
    harmlessOn: 'CREATE DOMAIN amount AS numeric; CREATE TABLE refunds (id bigint PRIMARY KEY, paid numeric);',
  },
];
