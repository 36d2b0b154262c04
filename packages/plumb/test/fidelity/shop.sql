CREATE TABLE customers (
  id bigint PRIMARY KEY,
  email text NOT NULL UNIQUE,
  country text,
  age int,
  tags text[],
  details jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);
CREATE INDEX customers_lower_email ON customers (lower(email));
CREATE INDEX customers_country_age ON customers (country, age) INCLUDE (email);
CREATE INDEX customers_tags ON customers USING gin (tags);
CREATE INDEX customers_details ON customers USING gin (details jsonb_path_ops);
CREATE STATISTICS customers_country_age_stats (ndistinct, dependencies, mcv) ON country, age FROM customers;
CREATE STATISTICS customers_month (ndistinct, mcv) ON date_part('month', created_at AT TIME ZONE 'UTC'), country FROM customers;
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY,
  customer_id bigint NOT NULL REFERENCES customers,
  status text NOT NULL,
  total numeric(12, 2),
  placed_at timestamptz NOT NULL
) PARTITION BY RANGE (placed_at);
CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
ALTER TABLE orders ADD PRIMARY KEY (id, placed_at);
CREATE INDEX orders_customer ON orders (customer_id, placed_at DESC);
CREATE INDEX orders_open ON orders (placed_at) WHERE status = 'open';
CREATE INDEX orders_placed_brin ON orders USING brin (placed_at);
CREATE TABLE visits (id int PRIMARY KEY, during tstzrange, page text, score int);
CREATE INDEX visits_during ON visits USING gist (during);
CREATE INDEX visits_page ON visits USING hash (page);
