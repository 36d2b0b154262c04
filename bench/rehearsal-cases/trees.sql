-- base: events
-- case: attach-third-level
-- first:
CREATE TABLE tock (LIKE events INCLUDING DEFAULTS);
INSERT INTO tock SELECT n, n, '2024-03-01', 'tack', NULL, 1 FROM generate_series(1, 1500) n;
-- then:
ALTER TABLE parts.events_2024 ATTACH PARTITION tock FOR VALUES IN ('tack');
-- case: attach-to-the-top
ALTER TABLE events ATTACH PARTITION spare FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2027-01-01 00:00+00');
-- case: attach-prepared
-- first:
ALTER TABLE spare ADD CHECK (at >= '2026-01-01 00:00+00' AND at < '2027-01-01 00:00+00');
ALTER TABLE spare ADD PRIMARY KEY (id, at, device, kind);
CREATE INDEX ON spare (device);
-- then:
ALTER TABLE events ATTACH PARTITION spare FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2027-01-01 00:00+00');
-- case: attach-partitioned-with-partitions
-- first:
CREATE TABLE year_2027 (LIKE events INCLUDING DEFAULTS) PARTITION BY LIST (kind);
CREATE TABLE year_2027_tick PARTITION OF year_2027 FOR VALUES IN ('tick');
INSERT INTO year_2027 SELECT n, n, '2027-03-01', 'tick', NULL, 1 FROM generate_series(1, 1500) n;
-- then:
ALTER TABLE events ATTACH PARTITION year_2027 FOR VALUES FROM ('2027-01-01 00:00+00') TO ('2028-01-01 00:00+00');
-- case: attach-where-default-lies-under
-- first:
UPDATE spare SET kind = 'none', at = '2024-03-03';
-- then:
ALTER TABLE parts.events_2024 ATTACH PARTITION spare FOR VALUES IN ('none');
-- case: attach-default-to-top
CREATE TABLE events_rest (LIKE events INCLUDING DEFAULTS);
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;
-- case: attach-with-rows-and-foreign-key
ALTER TABLE tenants ATTACH PARTITION loose_tenant FOR VALUES IN (5000);
-- case: attach-referencing-partition
-- first:
INSERT INTO tenants VALUES (5000, 'x');
-- then:
ALTER TABLE invoices ATTACH PARTITION loose_invoices FOR VALUES IN (5000);
-- case: attach-without-default
ALTER TABLE measures ATTACH PARTITION measures_spare FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- case: attach-without-default-proven
ALTER TABLE measures_spare ADD CONSTRAINT fits CHECK (day >= '2025-01-01' AND day < '2026-01-01');
ALTER TABLE measures ATTACH PARTITION measures_spare FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- case: create-hash-partition-third-level
-- first:
CREATE TABLE parts.events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2027-01-01 00:00+00') PARTITION BY HASH (device);
-- then:
CREATE TABLE parts.events_2026_0 PARTITION OF parts.events_2026 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- case: create-list-partition-beside-default
CREATE TABLE parts.events_2024_tack PARTITION OF parts.events_2024 FOR VALUES IN ('tack');
-- case: create-partition-partitioned
CREATE TABLE parts.events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01 00:00+00') TO ('2027-01-01 00:00+00') PARTITION BY LIST (kind);
CREATE TABLE parts.events_2026_all PARTITION OF parts.events_2026 DEFAULT;
-- case: create-partition-of-referencing
CREATE TABLE invoices_2 PARTITION OF invoices FOR VALUES IN (100000);
-- case: create-partition-of-referenced
CREATE TABLE tenants_2 PARTITION OF tenants FOR VALUES IN (100000);
-- case: detach-top-level-tree
ALTER TABLE events DETACH PARTITION parts.events_2023;
-- case: detach-third-level
ALTER TABLE parts.events_2024 DETACH PARTITION parts.events_2024_tick;
-- case: detach-default
ALTER TABLE parts.events_2024 DETACH PARTITION parts.events_2024_other;
-- case: detach-leaf-concurrently
ALTER TABLE events DETACH PARTITION parts.events_2025 CONCURRENTLY;
-- case: detach-tree-concurrently
ALTER TABLE events DETACH PARTITION parts.events_2023 CONCURRENTLY;
-- case: detach-third-level-concurrently
ALTER TABLE parts.events_2023 DETACH PARTITION parts.events_2023_0 CONCURRENTLY;
-- case: detach-concurrently-measures
ALTER TABLE measures DETACH PARTITION measures_a CONCURRENTLY;
-- case: detach-of-referencing
-- first:
DELETE FROM payments;
-- then:
ALTER TABLE invoices DETACH PARTITION invoices_1;
-- case: detach-of-referenced-unused
-- first:
DELETE FROM payments;
DELETE FROM invoices WHERE tenant <> 1;
DELETE FROM tenants WHERE id <> 1;
-- then:
ALTER TABLE tenants DETACH PARTITION tenants_rest;
-- case: detach-finalize-nothing-to-do
ALTER TABLE measures DETACH PARTITION measures_a;
ALTER TABLE measures ATTACH PARTITION measures_a FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
-- case: drop-third-level
DROP TABLE parts.events_2024_tick;
-- case: drop-second-level
DROP TABLE parts.events_2023;
-- case: drop-all-cascade
DROP TABLE events CASCADE;
-- case: drop-referenced-tree
DROP TABLE tenants CASCADE;
-- case: drop-referencing-partition
DROP TABLE invoices_1 CASCADE;
-- case: truncate-tree
TRUNCATE events;
-- case: truncate-second-level
TRUNCATE parts.events_2023;
-- case: truncate-referenced-cascade
TRUNCATE tenants CASCADE;
-- case: truncate-only-top-of-inheritance
TRUNCATE ONLY vehicles;
-- case: add-column-three-levels
ALTER TABLE events ADD COLUMN source text DEFAULT 'x';
-- case: add-column-generated-three-levels
ALTER TABLE events ADD COLUMN doubled double precision GENERATED ALWAYS AS (value * 2) STORED;
-- case: add-serial-to-tree
ALTER TABLE measures ADD COLUMN no serial;
-- case: add-identity-to-partitioned; from 17
ALTER TABLE measures ADD COLUMN no int GENERATED ALWAYS AS IDENTITY;
-- case: drop-column-tree
ALTER TABLE events DROP COLUMN payload;
-- case: rename-column-tree
ALTER TABLE events RENAME COLUMN payload TO body;
-- case: type-tree
ALTER TABLE events ALTER COLUMN value TYPE real;
-- case: type-tree-without-rewrite
-- first:
ALTER TABLE measures ADD COLUMN tag varchar(10);
-- then:
ALTER TABLE measures ALTER COLUMN tag TYPE varchar(20);
-- case: type-of-referenced-partitioned-key
ALTER TABLE payments ALTER COLUMN invoice TYPE bigint;
-- case: set-not-null-tree
ALTER TABLE events ALTER COLUMN value SET NOT NULL;
-- case: set-not-null-one-leaf-first
ALTER TABLE measures_a ALTER COLUMN n SET NOT NULL;
ALTER TABLE measures ALTER COLUMN n SET NOT NULL;
-- case: drop-not-null-tree
-- first:
ALTER TABLE events ALTER COLUMN value SET NOT NULL;
-- then:
ALTER TABLE events ALTER COLUMN value DROP NOT NULL;
-- case: set-default-tree-only
ALTER TABLE ONLY events ALTER COLUMN kind SET DEFAULT 'x';
-- case: set-default-of-middle
ALTER TABLE parts.events_2024 ALTER COLUMN kind SET DEFAULT 'x';
-- case: set-statistics-only
ALTER TABLE ONLY events ALTER COLUMN kind SET STATISTICS 10;
-- case: set-storage-tree
ALTER TABLE events ALTER COLUMN payload SET STORAGE EXTERNAL;
-- case: set-attribute-options-tree
ALTER TABLE events ALTER COLUMN kind SET (n_distinct_inherited = 3);
-- case: check-tree
ALTER TABLE events ADD CONSTRAINT pos CHECK (value >= 0);
-- case: check-middle-level
ALTER TABLE parts.events_2023 ADD CONSTRAINT pos CHECK (value >= 0);
-- case: check-tree-not-valid-validate
ALTER TABLE events ADD CONSTRAINT pos CHECK (value >= 0) NOT VALID;
ALTER TABLE events VALIDATE CONSTRAINT pos;
-- case: check-there-in-leaves
-- first:
ALTER TABLE measures_a ADD CONSTRAINT pos CHECK (n >= 0);
-- then:
ALTER TABLE measures ADD CONSTRAINT pos CHECK (n >= 0);
-- case: drop-check-tree
-- first:
ALTER TABLE events ADD CONSTRAINT pos CHECK (value >= 0);
-- then:
ALTER TABLE events DROP CONSTRAINT pos;
-- case: rename-constraint-tree
-- first:
ALTER TABLE events ADD CONSTRAINT pos CHECK (value >= 0);
-- then:
ALTER TABLE events RENAME CONSTRAINT pos TO positive;
-- case: not-null-not-valid-tree; from 18
ALTER TABLE measures ADD CONSTRAINT n_there NOT NULL n NOT VALID;
ALTER TABLE measures VALIDATE CONSTRAINT n_there;
-- case: index-tree
CREATE INDEX ON events (kind);
-- case: index-middle-level
CREATE INDEX ON parts.events_2023 (kind);
-- case: index-only-then-attach
CREATE INDEX ev_kind ON ONLY measures (n);
CREATE INDEX ev_kind_a ON measures_a (n);
ALTER INDEX ev_kind ATTACH PARTITION ev_kind_a;
CREATE INDEX ev_kind_b ON measures_b (n);
ALTER INDEX ev_kind ATTACH PARTITION ev_kind_b;
-- case: index-where-leaf-has-one
-- first:
CREATE INDEX on_a ON measures_a (n);
-- then:
CREATE INDEX ON measures (n);
-- case: index-leaf-concurrently
CREATE INDEX CONCURRENTLY ON parts.events_2023_0 (kind);
-- case: unique-tree
ALTER TABLE measures ADD UNIQUE (day, id);
-- case: primary-key-tree
ALTER TABLE measures ADD PRIMARY KEY (day, n);
-- case: unique-only-then-attach
ALTER TABLE ONLY measures ADD CONSTRAINT u UNIQUE (day, n);
-- case: primary-key-leaf-using-index
-- first:
CREATE UNIQUE INDEX a_key ON measures_a (n);
-- then:
ALTER TABLE measures_a ADD CONSTRAINT a_key UNIQUE USING INDEX a_key;
-- case: drop-index-tree
DROP INDEX events_device;
-- case: drop-index-leaf-concurrently
-- first:
CREATE INDEX on_a ON measures_a (n);
-- then:
DROP INDEX CONCURRENTLY on_a;
-- case: rename-index-tree
ALTER INDEX events_device RENAME TO events_by_device;
-- case: reindex-tree-index
REINDEX INDEX events_device;
-- case: reindex-tree
REINDEX TABLE events;
-- case: reindex-middle
REINDEX TABLE parts.events_2023;
-- case: reindex-tree-concurrently
REINDEX TABLE CONCURRENTLY measures;
-- case: reindex-tree-index-concurrently
REINDEX INDEX CONCURRENTLY events_device;
-- case: reindex-leaf-concurrently
REINDEX TABLE CONCURRENTLY parts.events_2025;
-- case: drop-primary-key-tree
ALTER TABLE invoices DROP CONSTRAINT invoices_pkey CASCADE;
-- case: foreign-key-partitioned-to-plain
ALTER TABLE events ADD FOREIGN KEY (device) REFERENCES devices;
-- case: foreign-key-partitioned-to-plain-not-valid; from 18
ALTER TABLE events ADD CONSTRAINT d FOREIGN KEY (device) REFERENCES devices NOT VALID;
ALTER TABLE events VALIDATE CONSTRAINT d;
-- case: foreign-key-leaf-to-plain
ALTER TABLE parts.events_2025 ADD FOREIGN KEY (device) REFERENCES devices;
-- case: foreign-key-plain-to-partitioned
ALTER TABLE loose_invoices ADD COLUMN owner int REFERENCES tenants;
-- case: foreign-key-partitioned-to-partitioned
ALTER TABLE measures ADD COLUMN tenant int;
ALTER TABLE measures ADD FOREIGN KEY (tenant) REFERENCES tenants;
-- case: drop-foreign-key-between-partitioned
ALTER TABLE invoices DROP CONSTRAINT invoices_tenant_fkey;
-- case: drop-foreign-key-to-partitioned-two-columns
ALTER TABLE payments DROP CONSTRAINT payments_tenant_invoice_fkey;
-- case: alter-foreign-key-of-partitioned
ALTER TABLE invoices ALTER CONSTRAINT invoices_tenant_fkey DEFERRABLE INITIALLY DEFERRED;
-- case: foreign-key-not-enforced-partitioned; from 18
ALTER TABLE events ADD CONSTRAINT d FOREIGN KEY (device) REFERENCES devices NOT ENFORCED;
-- case: enforce-foreign-key-of-partitioned; from 18
-- first:
ALTER TABLE events ADD CONSTRAINT d FOREIGN KEY (device) REFERENCES devices NOT ENFORCED;
-- then:
ALTER TABLE events ALTER CONSTRAINT d ENFORCED;
-- case: trigger-tree
CREATE TRIGGER t AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION stamp();
-- case: statement-trigger-tree
CREATE TRIGGER t AFTER UPDATE ON events FOR EACH STATEMENT EXECUTE FUNCTION stamp();
-- case: drop-trigger-tree
-- first:
CREATE TRIGGER t AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION stamp();
-- then:
DROP TRIGGER t ON events;
-- case: rename-trigger-tree
-- first:
CREATE TRIGGER t AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION stamp();
-- then:
ALTER TRIGGER t ON events RENAME TO tt;
-- case: disable-trigger-only
-- first:
CREATE TRIGGER t AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION stamp();
-- then:
ALTER TABLE ONLY events DISABLE TRIGGER t;
-- case: row-security-and-policy-tree
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON events USING (device IN (SELECT id FROM devices));
-- case: grant-and-comment-tree
GRANT SELECT ON events TO PUBLIC;
COMMENT ON TABLE parts.events_2023 IS 'x';
-- case: rename-middle
ALTER TABLE parts.events_2023 RENAME TO events_of_2023;
-- case: set-schema-of-leaf
ALTER TABLE parts.events_2025 SET SCHEMA public;
-- case: set-schema-of-tree
ALTER TABLE events SET SCHEMA parts;
-- case: options-of-leaf
ALTER TABLE parts.events_2025 SET (autovacuum_enabled = off);
-- case: owner-tree
ALTER TABLE events OWNER TO CURRENT_USER;
-- case: set-unlogged-leaf
ALTER TABLE parts.events_2025 SET UNLOGGED;
-- case: set-tablespace-tree
ALTER TABLE events SET TABLESPACE pg_default;
-- case: replica-identity-leaf
ALTER TABLE parts.events_2025 REPLICA IDENTITY FULL;
-- case: statistics-on-tree
CREATE STATISTICS s ON device, kind FROM events;
-- case: publication-via-root
CREATE PUBLICATION pub FOR TABLE events WITH (publish_via_partition_root = true);
-- case: lock-tree
LOCK TABLE events IN SHARE MODE;
-- case: lock-only-top
LOCK TABLE ONLY events IN SHARE MODE;
-- case: vacuum-tree
VACUUM events;
-- case: vacuum-full-tree
VACUUM FULL measures;
-- case: analyze-tree
ANALYZE events;
-- case: analyze-leaf
ANALYZE parts.events_2025;
-- case: cluster-leaf
-- first:
CREATE INDEX on_a ON measures_a (n);
-- then:
CLUSTER measures_a USING on_a;
-- case: insert-into-tree
INSERT INTO events (id, device, at) VALUES (100000, 1, '2023-05-05');
-- case: insert-referencing-tree
INSERT INTO invoices VALUES (100000, 1, 5);
-- case: insert-select-tree
INSERT INTO measures SELECT id, day - 360, n FROM measures_spare WHERE day < '2025-06-01';
-- case: update-tree-all
UPDATE events SET value = 0;
-- case: update-tree-pruned
UPDATE events SET value = 0 WHERE at >= '2025-02-01' AND at < '2025-03-01';
-- case: update-moves-rows
UPDATE measures SET day = day + 180 WHERE day < '2024-03-01';
-- case: update-leaf
UPDATE parts.events_2025 SET kind = 'x';
-- case: delete-tree-by-key
DELETE FROM events WHERE id = 5 AND at = '2024-01-06 12:00+00' AND device = 6 AND kind = 'tick';
-- case: delete-tree-all
DELETE FROM measures;
-- case: delete-referenced-tree
DELETE FROM invoices WHERE total > 1000000;
-- case: select-tree
SELECT count(*) FROM events;
-- case: select-pruned
SELECT count(*) FROM events WHERE at >= '2025-01-01 00:00+00';
-- case: create-view-on-tree
CREATE VIEW v AS SELECT * FROM events;
-- case: create-matview-on-tree
CREATE MATERIALIZED VIEW m AS SELECT kind, count(*) FROM events GROUP BY kind;
-- case: create-table-as-tree
CREATE TABLE copy AS SELECT * FROM measures;
-- case: like-tree
CREATE TABLE copy (LIKE events INCLUDING ALL);
-- case: move-into-partitioned-in-one
CREATE TABLE measures_c PARTITION OF measures FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO measures SELECT * FROM measures_spare;
DROP TABLE measures_spare;
-- case: swap-partition
ALTER TABLE measures DETACH PARTITION measures_b;
CREATE TABLE measures_b2 (LIKE measures INCLUDING ALL);
INSERT INTO measures_b2 SELECT * FROM measures_b;
ALTER TABLE measures ATTACH PARTITION measures_b2 FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
DROP TABLE measures_b;
-- case: plain-to-partitioned
ALTER TABLE devices RENAME TO devices_old;
CREATE TABLE devices (id int, label text, site int) PARTITION BY RANGE (id);
ALTER TABLE devices ATTACH PARTITION devices_old FOR VALUES FROM (0) TO (100000);

-- case: inherit-add-column
ALTER TABLE vehicles ADD COLUMN colour text;
-- case: inherit-add-column-middle
ALTER TABLE cars ADD COLUMN colour text NOT NULL DEFAULT 'red';
-- case: inherit-add-column-exists-in-child
ALTER TABLE vehicles ADD COLUMN doors int;
-- case: inherit-drop-column
ALTER TABLE vehicles DROP COLUMN seats;
-- case: inherit-drop-column-only
ALTER TABLE ONLY cars DROP COLUMN doors;
-- case: inherit-type
ALTER TABLE vehicles ALTER COLUMN seats TYPE bigint;
-- case: inherit-type-of-child-only-column
ALTER TABLE cars ALTER COLUMN doors TYPE bigint;
-- case: inherit-set-not-null
ALTER TABLE vehicles ALTER COLUMN seats SET NOT NULL;
-- case: inherit-check
ALTER TABLE vehicles ADD CONSTRAINT few CHECK (seats < 100);
-- case: inherit-check-only; from 14
ALTER TABLE ONLY vehicles ADD CONSTRAINT few CHECK (seats < 100) NO INHERIT;
-- case: inherit-drop-check
ALTER TABLE vehicles DROP CONSTRAINT vehicles_seats_check;
-- case: inherit-check-not-valid-validate
-- first:
ALTER TABLE vehicles ADD CONSTRAINT few CHECK (seats < 100) NOT VALID;
-- then:
ALTER TABLE vehicles VALIDATE CONSTRAINT few;
-- case: inherit-rename-column
ALTER TABLE vehicles RENAME COLUMN plate TO sign;
-- case: inherit-index-on-top
CREATE INDEX ON vehicles (plate);
-- case: inherit-index-only
CREATE INDEX ON ONLY cars (seats);
-- case: inherit-unique
ALTER TABLE vehicles ADD UNIQUE (id);
-- case: inherit-primary-key
ALTER TABLE vehicles ADD PRIMARY KEY (id);
-- case: inherit-foreign-key
ALTER TABLE cars ADD FOREIGN KEY (id) REFERENCES devices;
-- case: inherit-set-default-only
ALTER TABLE ONLY vehicles ALTER COLUMN seats SET DEFAULT 4;
-- case: inherit-statistics
ALTER TABLE vehicles ALTER COLUMN plate SET STATISTICS 100;
-- case: inherit-options
ALTER TABLE vehicles SET (fillfactor = 90);
-- case: inherit-trigger
CREATE TRIGGER t BEFORE INSERT ON vehicles FOR EACH ROW EXECUTE FUNCTION stamp();
-- case: inherit-disable-trigger
ALTER TABLE vehicles DISABLE TRIGGER ALL;
-- case: inherit-row-security
ALTER TABLE vehicles ENABLE ROW LEVEL SECURITY;
-- case: inherit-no-inherit
ALTER TABLE taxis NO INHERIT cars;
-- case: inherit-new-child
ALTER TABLE boats ADD CONSTRAINT vehicles_seats_check CHECK (seats > 0);
ALTER TABLE boats INHERIT vehicles;
-- case: inherit-create-child
CREATE TABLE bikes (gears int) INHERITS (vehicles);
-- case: inherit-drop-child
DROP TABLE taxis;
-- case: inherit-drop-middle
DROP TABLE cars CASCADE;
-- case: inherit-truncate
TRUNCATE vehicles;
-- case: inherit-update
UPDATE vehicles SET seats = 5;
-- case: inherit-delete-only
DELETE FROM ONLY vehicles;
-- case: inherit-vacuum-full
VACUUM FULL vehicles;
-- case: inherit-analyze
ANALYZE vehicles;
-- case: inherit-reindex
REINDEX TABLE cars;
-- case: inherit-lock
LOCK TABLE vehicles IN SHARE MODE;
-- case: inherit-grant
GRANT SELECT ON vehicles TO PUBLIC;
-- case: inherit-rename
ALTER TABLE vehicles RENAME TO machines;
-- case: inherit-owner
ALTER TABLE vehicles OWNER TO CURRENT_USER;
-- case: inherit-set-schema
ALTER TABLE vehicles SET SCHEMA parts;
-- case: inherit-compression
ALTER TABLE vehicles ALTER COLUMN plate SET COMPRESSION pglz;
-- case: inherit-generated
ALTER TABLE vehicles ADD COLUMN wheels int GENERATED ALWAYS AS (seats) STORED;
-- case: inherit-volatile-default
ALTER TABLE cars ADD COLUMN key uuid DEFAULT gen_random_uuid();
