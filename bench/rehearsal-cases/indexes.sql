-- base: shop
-- case: create-index
CREATE INDEX ON orders (state);
-- case: create-unique-index
CREATE UNIQUE INDEX ON loose (person);
-- case: create-partial-index
CREATE INDEX ON orders (state) WHERE paid;
-- case: create-expression-index
CREATE INDEX ON orders ((total * 2));
-- case: create-covering-index
CREATE INDEX ON orders (state) INCLUDE (total);
-- case: create-gin-index
CREATE INDEX ON people USING gin (to_tsvector('english', name));
-- case: create-hash-index
CREATE INDEX ON orders USING hash (note);
-- case: create-brin-index
CREATE INDEX ON orders USING brin (placed);
-- case: create-gist-index
CREATE INDEX ON stays USING gist (during);
-- case: create-spgist-index
CREATE INDEX ON stays USING spgist (during);
-- case: create-index-on-materialized-view
CREATE INDEX ON totals (total);
-- case: create-index-if-not-exists-existing
CREATE INDEX IF NOT EXISTS people_name ON people (name);
-- case: create-index-on-inheritance-parent
CREATE INDEX ON animals (name);
-- case: drop-index
DROP INDEX people_name;
-- case: drop-two-indexes
DROP INDEX people_name, orders_placed;
-- case: rename-index
ALTER INDEX people_name RENAME TO people_by_name;
-- case: rename-index-as-table
ALTER TABLE people_name RENAME TO people_by_name;
-- case: index-storage-parameter
ALTER INDEX people_name SET (fillfactor = 80);
-- case: index-statistics
ALTER INDEX people_lower ALTER COLUMN 1 SET STATISTICS 100;
-- case: comment-on-index
COMMENT ON INDEX people_name IS 'by name';
-- case: cluster-on
ALTER TABLE people CLUSTER ON people_name;
-- case: set-without-cluster
ALTER TABLE people SET WITHOUT CLUSTER;
-- case: replica-identity-index
ALTER TABLE loose REPLICA IDENTITY USING INDEX loose_id;
-- case: replica-identity-full
ALTER TABLE orders REPLICA IDENTITY FULL;
-- case: reindex-index
REINDEX INDEX people_name;
-- case: reindex-table
REINDEX TABLE people;
-- case: reindex-primary-key
REINDEX INDEX orders_pkey;
-- case: reindex-materialized-view
REINDEX TABLE totals;
-- case: cluster-table
CLUSTER people USING people_name;
-- case: cluster-by-primary-key
CLUSTER orders USING orders_pkey;
-- case: create-statistics
CREATE STATISTICS s ON state, paid FROM orders;
-- case: create-statistics-expression
CREATE STATISTICS s ON (lower(state)) FROM orders;
-- case: alter-statistics
ALTER STATISTICS people_stats SET STATISTICS 500;
-- case: drop-statistics
DROP STATISTICS people_stats;
-- case: analyze
ANALYZE orders;
-- case: analyze-column
ANALYZE orders (state);

-- case: create-index-concurrently
CREATE INDEX CONCURRENTLY ON orders (state);
-- case: create-unique-index-concurrently
CREATE UNIQUE INDEX CONCURRENTLY ON loose (person);
-- case: create-index-concurrently-expression
CREATE INDEX CONCURRENTLY ON people (upper(nick)) WHERE age > 10;
-- case: create-index-concurrently-on-materialized-view
CREATE INDEX CONCURRENTLY ON totals (total);
-- case: create-index-concurrently-existing
CREATE INDEX CONCURRENTLY IF NOT EXISTS people_name ON people (name);
-- case: drop-index-concurrently
DROP INDEX CONCURRENTLY people_name;
-- case: drop-index-concurrently-missing
DROP INDEX CONCURRENTLY IF EXISTS nothing;
-- case: reindex-index-concurrently
REINDEX INDEX CONCURRENTLY people_name;
-- case: reindex-table-concurrently
REINDEX TABLE CONCURRENTLY people;
-- case: reindex-primary-key-concurrently
REINDEX INDEX CONCURRENTLY people_pkey;
-- case: two-concurrently
-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);
DROP INDEX CONCURRENTLY orders_placed;
-- case: concurrently-then-constraint
-- plumb:up no-transaction
CREATE UNIQUE INDEX CONCURRENTLY loose_once ON loose (person);
ALTER TABLE loose ADD CONSTRAINT loose_once UNIQUE USING INDEX loose_once;
-- case: reindex-schema
REINDEX SCHEMA archive;
-- case: reindex-schema-with-tables
-- first:
CREATE TABLE archive.kept (id int PRIMARY KEY, v int);
CREATE INDEX ON archive.kept (v);
INSERT INTO archive.kept SELECT n, n FROM generate_series(1, 1500) n;
-- then:
REINDEX SCHEMA archive;
-- case: vacuum
VACUUM orders;
-- case: vacuum-analyze
VACUUM ANALYZE orders;
-- case: vacuum-two
VACUUM orders, lines;
-- case: vacuum-full
VACUUM FULL orders;
-- case: vacuum-full-materialized-view
VACUUM (FULL) totals;
-- case: vacuum-freeze
VACUUM (FREEZE) loose;
-- case: cluster-all
-- first:
ALTER TABLE people CLUSTER ON people_name;
-- then:
CLUSTER;
-- case: analyze-outside
-- plumb:up no-transaction
ANALYZE orders;
CREATE INDEX ON loose (remark);
ALTER TABLE loose ALTER COLUMN remark SET NOT NULL;
