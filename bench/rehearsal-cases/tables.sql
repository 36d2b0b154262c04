-- base: shop
-- case: rename-table
ALTER TABLE orders RENAME TO purchases;
-- case: set-schema
ALTER TABLE orders SET SCHEMA archive;
-- case: owner
ALTER TABLE orders OWNER TO CURRENT_USER;
-- case: grant
GRANT SELECT ON orders TO PUBLIC;
-- case: revoke
REVOKE ALL ON orders FROM PUBLIC;
-- case: grant-all-in-schema
GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;
-- case: default-privileges
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
-- case: comment-on-table
COMMENT ON TABLE orders IS 'what was bought';
-- case: drop-table
DROP TABLE secrets;
-- case: drop-referencing-table
DROP TABLE lines;
-- case: drop-referenced-table-cascade
DROP TABLE people CASCADE;
-- case: drop-several-tables
DROP TABLE lines, loose, stays;
-- case: drop-inheritance-parent-cascade
DROP TABLE animals CASCADE;
-- case: drop-inheriting-table
DROP TABLE kittens;
-- case: drop-table-if-exists-missing
DROP TABLE IF EXISTS nothing;
-- case: drop-schema-cascade
-- first:
CREATE TABLE archive.kept (id int PRIMARY KEY, person int REFERENCES people);
-- then:
DROP SCHEMA archive CASCADE;
-- case: rename-schema
ALTER SCHEMA archive RENAME TO attic;
-- case: truncate
TRUNCATE secrets;
-- case: truncate-cascade
TRUNCATE people CASCADE;
-- case: truncate-two
TRUNCATE orders, lines;
-- case: truncate-restart-identity
TRUNCATE people, orders, lines RESTART IDENTITY;
-- case: truncate-inheritance-parent
TRUNCATE animals;
-- case: set-unlogged
ALTER TABLE loose SET UNLOGGED;
-- case: set-logged
ALTER TABLE scratch SET LOGGED;
-- case: set-tablespace-default
ALTER TABLE orders SET TABLESPACE pg_default;
-- case: set-access-method-same; from 15
ALTER TABLE orders SET ACCESS METHOD heap;
-- case: set-fillfactor
ALTER TABLE orders SET (fillfactor = 70);
-- case: set-autovacuum
ALTER TABLE orders SET (autovacuum_vacuum_scale_factor = 0.01);
-- case: set-toast-option
ALTER TABLE orders SET (toast.autovacuum_enabled = false);
-- case: reset-option
ALTER TABLE orders RESET (fillfactor);
-- case: set-parallel-workers
ALTER TABLE orders SET (parallel_workers = 4);
-- case: set-user-catalog-table
ALTER TABLE orders SET (user_catalog_table = true);
-- case: lock-table
LOCK TABLE orders IN SHARE MODE;
-- case: lock-table-inherited
LOCK TABLE animals IN EXCLUSIVE MODE;
-- case: lock-view
LOCK TABLE small_orders IN SHARE MODE;
-- case: create-trigger
CREATE TRIGGER t AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
-- case: create-statement-trigger
CREATE TRIGGER t AFTER DELETE ON people REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION touch();
-- case: create-constraint-trigger
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders FROM people DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch();
-- case: create-or-replace-trigger
CREATE OR REPLACE TRIGGER orders_touch BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
-- case: drop-trigger
DROP TRIGGER orders_touch ON orders;
-- case: disable-trigger
ALTER TABLE orders DISABLE TRIGGER orders_touch;
-- case: enable-always-trigger
ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_touch;
-- case: disable-all-triggers
ALTER TABLE orders DISABLE TRIGGER USER;
-- case: rename-trigger
ALTER TRIGGER orders_touch ON orders RENAME TO touch_orders;
-- case: drop-function-cascade
DROP FUNCTION touch() CASCADE;
-- case: replace-function
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- case: enable-row-security
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
-- case: disable-row-security
ALTER TABLE secrets DISABLE ROW LEVEL SECURITY;
-- case: force-row-security
ALTER TABLE secrets FORCE ROW LEVEL SECURITY;
-- case: create-policy
CREATE POLICY p ON orders USING (paid);
-- case: create-policy-with-other-table
CREATE POLICY p ON orders USING (EXISTS (SELECT FROM people WHERE people.id = orders.person));
-- case: alter-policy
ALTER POLICY own ON secrets USING (true);
-- case: rename-policy
ALTER POLICY own ON secrets RENAME TO mine;
-- case: drop-policy
DROP POLICY own ON secrets;
-- case: create-rule
CREATE RULE r AS ON UPDATE TO loose DO ALSO NOTIFY changed;
-- case: create-rule-to-other-table
CREATE RULE r AS ON INSERT TO loose DO ALSO INSERT INTO scratch VALUES (NEW.id, 'x');
-- case: drop-rule
DROP RULE no_delete ON secrets;
-- case: disable-rule
ALTER TABLE secrets DISABLE RULE no_delete;
-- case: create-view
CREATE VIEW v AS SELECT id FROM orders;
-- case: replace-view
CREATE OR REPLACE VIEW small_orders AS SELECT id, state, total FROM sales WHERE total < 20;
-- case: drop-view
DROP VIEW small_orders;
-- case: rename-view
ALTER VIEW small_orders RENAME TO cheap_orders;
-- case: view-option
ALTER VIEW small_orders SET (security_barrier = true);
-- case: create-materialized-view
CREATE MATERIALIZED VIEW m AS SELECT state, count(*) FROM orders GROUP BY state;
-- case: create-materialized-view-no-data
CREATE MATERIALIZED VIEW m AS SELECT state, count(*) FROM orders GROUP BY state WITH NO DATA;
-- case: refresh-materialized-view
REFRESH MATERIALIZED VIEW totals;
-- case: refresh-materialized-view-concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
-- case: refresh-with-no-data
REFRESH MATERIALIZED VIEW totals WITH NO DATA;
-- case: drop-materialized-view
DROP MATERIALIZED VIEW totals;
-- case: rename-materialized-view
ALTER MATERIALIZED VIEW totals RENAME TO sums;
-- case: alter-sequence
ALTER SEQUENCE numbers INCREMENT BY 10;
-- case: restart-sequence
ALTER SEQUENCE numbers RESTART;
-- case: rename-sequence
ALTER SEQUENCE numbers RENAME TO counter;
-- case: own-sequence
ALTER SEQUENCE numbers OWNED BY loose.id;
-- case: drop-sequence
DROP SEQUENCE numbers;
-- case: sequence-as-bigint
-- first:
CREATE SEQUENCE small AS int;
-- then:
ALTER SEQUENCE small AS bigint;
-- case: setval
SELECT setval('numbers', 500);
-- case: create-publication
CREATE PUBLICATION pub FOR TABLE orders, people;
-- case: publication-all-tables
CREATE PUBLICATION pub FOR ALL TABLES;
-- case: publication-add-table
-- first:
CREATE PUBLICATION pub FOR TABLE orders;
-- then:
ALTER PUBLICATION pub ADD TABLE people;
-- case: publication-drop-table
-- first:
CREATE PUBLICATION pub FOR TABLE orders;
-- then:
ALTER PUBLICATION pub DROP TABLE orders;
-- case: drop-publication
-- first:
CREATE PUBLICATION pub FOR TABLE orders;
-- then:
DROP PUBLICATION pub;
-- case: publication-with-filter; from 15
CREATE PUBLICATION pub FOR TABLE orders (id, total) WHERE (id > 10);
-- case: create-aggregate
CREATE AGGREGATE total_of (numeric) (SFUNC = numeric_add, STYPE = numeric);
-- case: create-schema
CREATE SCHEMA more CREATE TABLE t (id int);
-- case: create-type
CREATE TYPE colour AS ENUM ('red', 'blue');
-- case: create-function-on-table
CREATE FUNCTION latest() RETURNS SETOF orders LANGUAGE sql STABLE AS 'SELECT * FROM orders';
