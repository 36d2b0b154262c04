CREATE SCHEMA parts;
CREATE TABLE devices (id int PRIMARY KEY, label text, site int);
CREATE TABLE events (
  id bigint NOT NULL,
  device int NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL DEFAULT 'tick',
  payload jsonb,
  value double precision,
  PRIMARY KEY (id, at, device, kind)
) PARTITION BY RANGE (at);
CREATE INDEX events_device ON events (device);
CREATE TABLE parts.events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01 00:00+00') TO ('2024-01-01 00:00+00') PARTITION BY HASH (device);
CREATE TABLE parts.events_2023_0 PARTITION OF parts.events_2023 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parts.events_2023_1 PARTITION OF parts.events_2023 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE parts.events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00') PARTITION BY LIST (kind);
CREATE TABLE parts.events_2024_tick PARTITION OF parts.events_2024 FOR VALUES IN ('tick');
CREATE TABLE parts.events_2024_other PARTITION OF parts.events_2024 DEFAULT;
CREATE TABLE parts.events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01 00:00+00') TO ('2026-01-01 00:00+00');

CREATE TABLE tenants (id int PRIMARY KEY, name text) PARTITION BY LIST (id);
CREATE TABLE tenants_1 PARTITION OF tenants FOR VALUES IN (1);
CREATE TABLE tenants_rest PARTITION OF tenants DEFAULT;
CREATE TABLE invoices (id int NOT NULL, tenant int NOT NULL REFERENCES tenants, total numeric, PRIMARY KEY (tenant, id)) PARTITION BY LIST (tenant);
CREATE TABLE invoices_1 PARTITION OF invoices FOR VALUES IN (1);
CREATE TABLE invoices_rest PARTITION OF invoices DEFAULT;
CREATE TABLE payments (id int PRIMARY KEY, tenant int, invoice int, sum numeric, FOREIGN KEY (tenant, invoice) REFERENCES invoices);
CREATE TABLE loose_tenant (id int NOT NULL, name text);
CREATE TABLE loose_invoices (id int NOT NULL, tenant int NOT NULL, total numeric);
CREATE TABLE spare (id bigint NOT NULL, device int NOT NULL, at timestamptz NOT NULL, kind text NOT NULL DEFAULT 'tick', payload jsonb, value double precision);

CREATE TABLE measures (id int, day date NOT NULL, n int) PARTITION BY RANGE (day);
CREATE TABLE measures_a PARTITION OF measures FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
CREATE TABLE measures_b PARTITION OF measures FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
CREATE TABLE measures_spare (id int, day date NOT NULL, n int);

CREATE TABLE vehicles (id int, plate text NOT NULL, seats int, CHECK (seats > 0));
CREATE TABLE cars (doors int) INHERITS (vehicles);
CREATE TABLE taxis (licence text) INHERITS (cars);
CREATE TABLE boats (id int, plate text NOT NULL, seats int, draft int);
CREATE INDEX cars_plate ON cars (plate);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW recent AS SELECT id, device, at FROM events WHERE at > '2024-06-01';

-- rows
INSERT INTO devices SELECT n, 'd', 1 FROM generate_series(1, 1500) n;
INSERT INTO events SELECT n, 1 + n % 1500, '2023-01-01 12:00+00'::timestamptz + n % 360 * interval '1 day', 'tick', '{}', n FROM generate_series(1, 3000) n;
INSERT INTO events SELECT n, 1 + n % 1500, '2024-01-01 12:00+00'::timestamptz + n % 360 * interval '1 day', CASE n % 2 WHEN 0 THEN 'tick' ELSE 'tock' END, '{}', n FROM generate_series(1, 3000) n;
INSERT INTO events SELECT n, 1 + n % 1500, '2025-01-01 12:00+00'::timestamptz + n % 360 * interval '1 day', 'tick', '{}', n FROM generate_series(1, 3000) n;
INSERT INTO tenants SELECT n, 't' FROM generate_series(1, 2000) n;
INSERT INTO invoices SELECT n, 1, n FROM generate_series(1, 2000) n;
INSERT INTO invoices SELECT n, n, n FROM generate_series(2, 2000) n;
INSERT INTO payments SELECT n, 1, n, 5 FROM generate_series(1, 2000) n;
INSERT INTO loose_tenant SELECT 5000, 'l' FROM generate_series(1, 1) n;
INSERT INTO loose_invoices SELECT n, 5000, n FROM generate_series(1, 1500) n;
INSERT INTO spare SELECT n, 1 + n % 1500, '2026-01-01 12:00+00'::timestamptz + n % 360 * interval '1 day', 'tick', '{}', n FROM generate_series(1, 2000) n;
INSERT INTO measures SELECT n, '2024-01-01'::date + n % 360, n FROM generate_series(1, 3000) n;
INSERT INTO measures_spare SELECT n, '2025-01-01'::date + n % 360, n FROM generate_series(1, 2000) n;
INSERT INTO vehicles SELECT n, 'p' || n, 4 FROM generate_series(1, 1500) n;
INSERT INTO cars SELECT n, 'p' || n, 4, 5 FROM generate_series(1, 1500) n;
INSERT INTO taxis SELECT n, 'p' || n, 4, 5, 'l' FROM generate_series(1, 1500) n;
INSERT INTO boats SELECT n, 'p' || n, 4, 5 FROM generate_series(1, 1500) n;
