import type { Case } from './case.ts';

const shop = `CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, email text);
CREATE TYPE order_state AS ENUM ('new', 'paid', 'sent');
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total integer NOT NULL, state order_state, placed_at timestamptz, note text);
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE TABLE visits (at date NOT NULL, page text) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`;

/** What reviewers stop. */
const dangerous: Readonly<Record<string, string>> = {
  'an index that writers wait for': 'CREATE INDEX orders_customer ON orders (customer_id);',
  'a unique index that writers wait for': 'CREATE UNIQUE INDEX customers_email ON customers (email);',
  'a foreign key that is validated at once':
    'ALTER TABLE orders ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer_id) REFERENCES customers (id);',
  'a check that is validated at once': 'ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0);',
  'a unique constraint that is built at once':
    'ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE (email);',
  'an exclusion constraint': 'ALTER TABLE orders ADD CONSTRAINT one_at_a_time EXCLUDE USING btree (placed_at WITH =);',
  'NOT NULL, which reads the table': 'ALTER TABLE orders ALTER COLUMN placed_at SET NOT NULL;',
  'a column that rows lack': 'ALTER TABLE orders ADD COLUMN channel text NOT NULL;',
  'a column with a serial': 'ALTER TABLE orders ADD COLUMN number bigserial;',
  'a stored generated column': 'ALTER TABLE orders ADD COLUMN doubled integer GENERATED ALWAYS AS (total * 2) STORED;',
  'a key for each row': 'ALTER TABLE orders ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();',
  'a type that rewrites': 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
  'a column that is dropped': 'ALTER TABLE orders DROP COLUMN note;',
  'a table that is dropped': 'DROP TABLE visits;',
  'a column that is renamed': 'ALTER TABLE customers RENAME COLUMN name TO full_name;',
  'a table that is renamed': 'ALTER TABLE customers RENAME TO clients;',
  'a value of an enum that is renamed': "ALTER TYPE order_state RENAME VALUE 'sent' TO 'shipped';",
  'VACUUM FULL': '-- plumb:up no-transaction\nVACUUM FULL orders;',
  CLUSTER: 'CLUSTER orders USING orders_placed_at;',
  'CONCURRENTLY in a transaction': 'BEGIN;\nCREATE INDEX CONCURRENTLY orders_state ON orders (state);\nCOMMIT;',
  'a constraint that is validated under the lock that added it':
    'BEGIN;\nALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_total;\nCOMMIT;',
  'an enum value that is used before it is committed':
    "BEGIN;\nALTER TYPE order_state ADD VALUE 'returned';\nUPDATE orders SET state = 'returned' WHERE id = 1;\nCOMMIT;",
  'all rows in one UPDATE': "UPDATE orders SET note = '';",
  TRUNCATE: 'TRUNCATE orders;',
  'a partition that is detached': 'ALTER TABLE visits DETACH PARTITION visits_2024;',
  'an index that is dropped under a lock': 'DROP INDEX orders_placed_at;',
};

/** What reviewers let pass. */
const harmless: Readonly<Record<string, string>> = {
  'a new table': 'CREATE TABLE coupons (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL);',
  'an index of a new table':
    'CREATE TABLE coupons (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL);\nCREATE INDEX coupons_code ON coupons (code);',
  'a column that may be null': 'ALTER TABLE orders ADD COLUMN channel text;',
  'a column with a constant default': "ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';",
  'an index CONCURRENTLY':
    '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY orders_customer ON orders (customer_id);',
  'a foreign key NOT VALID':
    'ALTER TABLE orders ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;',
  'a check NOT VALID': 'ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;',
  'a view': "CREATE VIEW paid_orders AS SELECT id, total FROM orders WHERE state = 'paid';",
  'a function': "CREATE FUNCTION order_count() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM orders';",
  'a comment': "COMMENT ON TABLE orders IS 'What customers ordered.';",
  'a default for new rows': "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';",
  'a value of an enum': "ALTER TYPE order_state ADD VALUE 'returned';",
  'a few rows of reference data':
    "CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);\nINSERT INTO countries (code, name) VALUES ('ch', 'Switzerland'), ('ug', 'Uganda');",
  'one row that is mended': "UPDATE customers SET name = 'Ada' WHERE id = 7;",
  statistics: 'ALTER TABLE orders ALTER COLUMN total SET STATISTICS 500;',
  'an empty partition that is attached':
    "CREATE TABLE visits_2026 (LIKE visits);\nALTER TABLE visits ATTACH PARTITION visits_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
  'a new foreign key of a new column': 'ALTER TABLE orders ADD COLUMN referred_by bigint REFERENCES customers (id);',
};

export const single: readonly Case[] = [
  ...Object.entries(dangerous).map(([name, migration]) => ({ name, base: shop, migration, dangerous: true })),
  ...Object.entries(harmless).map(([name, migration]) => ({ name, base: shop, migration, dangerous: false })),
];
