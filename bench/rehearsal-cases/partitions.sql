-- base: logs
-- case: create-partition-of
CREATE TABLE logs_2022 PARTITION OF logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: create-partition-without-default
CREATE TABLE bare_2021 PARTITION OF bare FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- case: create-default-partition
CREATE TABLE bare_rest PARTITION OF bare DEFAULT;
-- case: create-sub-partition
CREATE TABLE regions_eu_2 PARTITION OF regions_eu FOR VALUES FROM ('2030-01-01') TO ('2040-01-01');
-- case: attach-partition
ALTER TABLE logs ATTACH PARTITION old_logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-partition-without-default
ALTER TABLE bare ATTACH PARTITION old_bare FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-partition-proven
-- first:
ALTER TABLE old_bare ALTER at SET NOT NULL;
ALTER TABLE old_bare ADD CHECK (at >= '2022-01-01' AND at < '2023-01-01');
-- then:
ALTER TABLE bare ATTACH PARTITION old_bare FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-partition-half-proven
-- first:
ALTER TABLE old_bare ADD CHECK (at >= '2022-01-01' AND at < '2023-01-01');
-- then:
ALTER TABLE bare ATTACH PARTITION old_bare FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-partition-proven-in-one
-- first:
ALTER TABLE old_bare ADD CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01');
-- then:
ALTER TABLE bare ATTACH PARTITION old_bare FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-default-spared
-- first:
ALTER TABLE logs_rest ADD CHECK (at < '2022-01-01' OR at >= '2023-01-01');
-- then:
ALTER TABLE logs ATTACH PARTITION old_logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-with-indexes-there
-- first:
ALTER TABLE old_logs ADD PRIMARY KEY (id, at);
CREATE INDEX ON old_logs (kind);
-- then:
ALTER TABLE logs ATTACH PARTITION old_logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-with-foreign-key-there
-- first:
ALTER TABLE old_logs ADD FOREIGN KEY (kind) REFERENCES kinds;
-- then:
ALTER TABLE logs ATTACH PARTITION old_logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: attach-default-partition
ALTER TABLE bare ATTACH PARTITION old_bare DEFAULT;
-- case: detach-partition
ALTER TABLE logs DETACH PARTITION logs_2020;
-- case: detach-partition-without-default
ALTER TABLE bare DETACH PARTITION bare_2020;
-- case: detach-concurrently
ALTER TABLE bare DETACH PARTITION bare_2020 CONCURRENTLY;
-- case: detach-sub-partition-concurrently
ALTER TABLE regions_eu DETACH PARTITION regions_eu_1 CONCURRENTLY;
-- case: detach-of-referenced
ALTER TABLE regions DETACH PARTITION regions_us;
-- case: drop-partition
DROP TABLE logs_2020;
-- case: drop-partitioned-table
DROP TABLE logs;
-- case: drop-sub-partitioned-table
DROP TABLE regions;
-- case: drop-referenced-partitioned-table-cascade
DROP TABLE hashed CASCADE;
-- case: truncate-partitioned
TRUNCATE logs;
-- case: truncate-partition
TRUNCATE logs_2020;
-- case: truncate-only-partition
TRUNCATE ONLY logs_2020;
-- case: add-column-partitioned
ALTER TABLE logs ADD COLUMN n int;
-- case: add-column-partitioned-volatile
ALTER TABLE logs ADD COLUMN n uuid DEFAULT gen_random_uuid();
-- case: drop-column-partitioned
ALTER TABLE logs DROP COLUMN size;
-- case: rename-column-partitioned
ALTER TABLE logs RENAME COLUMN body TO text;
-- case: type-partitioned
ALTER TABLE logs ALTER COLUMN size TYPE bigint;
-- case: type-sub-partitioned
ALTER TABLE regions ALTER COLUMN n TYPE bigint;
-- case: set-not-null-partitioned
ALTER TABLE logs ALTER COLUMN size SET NOT NULL;
-- case: set-not-null-partition
ALTER TABLE logs_2020 ALTER COLUMN size SET NOT NULL;
-- case: set-not-null-only-parent-proven
-- first:
ALTER TABLE logs_2020 ALTER size SET NOT NULL;
ALTER TABLE logs_2021 ALTER size SET NOT NULL;
ALTER TABLE logs_rest ALTER size SET NOT NULL;
-- then:
ALTER TABLE logs ALTER COLUMN size SET NOT NULL;
-- case: add-check-partitioned
ALTER TABLE logs ADD CONSTRAINT c CHECK (size >= 0);
-- case: add-check-partitioned-not-valid
ALTER TABLE logs ADD CONSTRAINT c CHECK (size >= 0) NOT VALID;
-- case: validate-check-partitioned
-- first:
ALTER TABLE logs ADD CONSTRAINT c CHECK (size >= 0) NOT VALID;
-- then:
ALTER TABLE logs VALIDATE CONSTRAINT c;
-- case: set-default-partitioned
ALTER TABLE logs ALTER COLUMN size SET DEFAULT 0;
-- case: set-default-only
ALTER TABLE ONLY logs ALTER COLUMN size SET DEFAULT 0;
-- case: set-statistics-partitioned
ALTER TABLE logs ALTER COLUMN size SET STATISTICS 300;
-- case: create-index-partitioned
CREATE INDEX ON logs (size);
-- case: create-unique-index-partitioned
CREATE UNIQUE INDEX ON hashed (id, v);
-- case: create-index-only-parent
CREATE INDEX ON ONLY logs (size);
-- case: create-index-on-partition-concurrently
CREATE INDEX CONCURRENTLY ON logs_2020 (size);
-- case: attach-index
-- first:
CREATE INDEX logs_size ON ONLY logs (size);
CREATE INDEX logs_2020_size ON logs_2020 (size);
-- then:
ALTER INDEX logs_size ATTACH PARTITION logs_2020_size;
-- case: drop-index-partitioned
DROP INDEX logs_kind;
-- case: reindex-partitioned-table
REINDEX TABLE logs;
-- case: reindex-partitioned-table-concurrently
REINDEX TABLE CONCURRENTLY logs;
-- case: reindex-partitioned-index
REINDEX INDEX logs_kind;
-- case: reindex-partition
REINDEX TABLE logs_2020;
-- case: vacuum-partitioned
VACUUM logs;
-- case: analyze-partitioned
ANALYZE logs;
-- case: vacuum-full-partition
VACUUM FULL logs_2020;
-- case: add-unique-partitioned
ALTER TABLE logs ADD UNIQUE (at, id);
-- case: drop-primary-key-partitioned
ALTER TABLE logs DROP CONSTRAINT logs_pkey;
-- case: add-primary-key-only
-- first:
CREATE TABLE fresh (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE fresh_1 PARTITION OF fresh FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO fresh SELECT n, '2020-01-01'::date + n % 300 FROM generate_series(1, 2000) n;
-- then:
ALTER TABLE fresh ADD PRIMARY KEY (id, at);
-- case: add-foreign-key-from-partitioned
ALTER TABLE regions ADD FOREIGN KEY (n) REFERENCES hashed;
-- case: add-foreign-key-to-partitioned
ALTER TABLE refs ADD FOREIGN KEY (log_id, log_at) REFERENCES logs;
-- case: add-foreign-key-to-partitioned-not-valid
ALTER TABLE refs ADD CONSTRAINT f FOREIGN KEY (log_id, log_at) REFERENCES logs NOT VALID;
-- case: validate-foreign-key-to-partitioned
-- first:
ALTER TABLE refs ADD CONSTRAINT f FOREIGN KEY (log_id, log_at) REFERENCES logs NOT VALID;
-- then:
ALTER TABLE refs VALIDATE CONSTRAINT f;
-- case: drop-foreign-key-from-partitioned
ALTER TABLE logs DROP CONSTRAINT logs_kind_fkey;
-- case: drop-foreign-key-to-partitioned
ALTER TABLE refs DROP CONSTRAINT refs_hashed_id_fkey;
-- case: create-table-references-partitioned
CREATE TABLE more (id int REFERENCES hashed);
-- case: rename-partitioned
ALTER TABLE logs RENAME TO journal;
-- case: rename-partition
ALTER TABLE logs_2020 RENAME TO logs_before;
-- case: trigger-on-partitioned
CREATE TRIGGER t BEFORE INSERT ON logs FOR EACH ROW EXECUTE FUNCTION touch();
-- case: drop-trigger-on-partitioned
-- first:
CREATE TRIGGER t AFTER INSERT ON logs FOR EACH ROW EXECUTE FUNCTION touch();
-- then:
DROP TRIGGER t ON logs;
-- case: disable-trigger-on-partitioned
-- first:
CREATE TRIGGER t AFTER INSERT ON logs FOR EACH ROW EXECUTE FUNCTION touch();
-- then:
ALTER TABLE logs DISABLE TRIGGER t;
-- case: row-security-partitioned
ALTER TABLE logs ENABLE ROW LEVEL SECURITY;
-- case: policy-partitioned
CREATE POLICY p ON logs USING (true);
-- case: set-access-method-partitioned; from 17
ALTER TABLE logs SET ACCESS METHOD heap;
-- case: grant-partitioned
GRANT SELECT ON logs TO PUBLIC;
-- case: set-storage-partition
ALTER TABLE logs_2020 SET (fillfactor = 70);
-- case: owner-partitioned
ALTER TABLE logs OWNER TO CURRENT_USER;
-- case: delete-from-partitioned
DELETE FROM logs WHERE at < '2020-06-01';
-- case: update-partitioned
UPDATE logs SET body = 'x' WHERE size < 100;
-- case: move-rows-into-partitions
INSERT INTO logs SELECT * FROM old_logs;
-- case: attach-after-proof-in-one-transaction
ALTER TABLE old_bare ADD CONSTRAINT c CHECK (at IS NOT NULL AND at >= '2022-01-01' AND at < '2023-01-01') NOT VALID;
ALTER TABLE old_bare VALIDATE CONSTRAINT c;
ALTER TABLE bare ATTACH PARTITION old_bare FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
ALTER TABLE old_bare DROP CONSTRAINT c;
-- case: detach-and-drop
ALTER TABLE logs DETACH PARTITION logs_2020;
DROP TABLE logs_2020;
-- case: partition-by-like
CREATE TABLE logs_2022 (LIKE logs INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO logs_2022 SELECT * FROM old_logs;
ALTER TABLE logs ATTACH PARTITION logs_2022 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- case: comment-on-partitioned
COMMENT ON TABLE logs IS 'all';
-- case: publication-of-partitioned
CREATE PUBLICATION pub FOR TABLE logs;
-- case: cluster-partitioned; from 15
-- first:
CREATE INDEX regions_n ON regions (n);
-- then:
CLUSTER regions USING regions_n;
