/** A shop with 60,000 orders on 1,900 pages, from 6,000 customers: what most examples are planned on. */
export const shop = `
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email varchar(80), country char(2), joined date NOT NULL);
CREATE TABLE orders (
  id bigint PRIMARY KEY, customer_id int NOT NULL, status text NOT NULL, code text COLLATE "en-x-icu" NOT NULL,
  amount numeric(10,2) NOT NULL, placed_at timestamptz NOT NULL, tags text[] NOT NULL, details jsonb NOT NULL, note text NOT NULL
);
CREATE TABLE labels (id int PRIMARY KEY, name text NOT NULL, ref numeric NOT NULL);
INSERT INTO customers
  SELECT i, 'name ' || i, 'user' || i || '@example.com', CASE WHEN i % 50 = 0 THEN 'CH' ELSE 'DE' END, date '2024-01-01' + i % 700
  FROM generate_series(1, 6000) AS i;
INSERT INTO orders
  SELECT i, 1 + (i * 7919) % 6000, CASE WHEN i % 1000 = 0 THEN 'open' WHEN i % 3 = 0 THEN 'sent' ELSE 'paid' END,
    'c' || lpad((i * 7919 % 60000)::text, 6, '0'), i % 500, timestamptz '2026-01-01 00:00+00' + i * interval '5 minutes',
    ARRAY['t' || i % 700], jsonb_build_object('kind', i % 900), repeat('n', 120)
  FROM generate_series(1, 60000) AS i;
INSERT INTO labels SELECT i, 'label ' || i, i FROM generate_series(1, 100) AS i;
CREATE INDEX ON orders (placed_at);
CREATE INDEX ON orders (code);
VACUUM ANALYZE;
`;
