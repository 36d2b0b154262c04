-- base: clinic
-- case: create-index-on-array
CREATE INDEX ON clinics USING gin (zips);
-- case: create-index-on-composite-function
CREATE INDEX ON clinics (full_address(place));
-- case: create-index-on-jsonb-path
CREATE INDEX ON patients ((history ->> 'a')) WHERE history ? 'a';
-- case: create-index-on-other-schema
CREATE INDEX salary ON staff.people (salary DESC NULLS LAST);
-- case: create-index-with-options
CREATE UNIQUE INDEX ON imports (id) INCLUDE (raw) WITH (fillfactor = 70);
-- case: create-index-unique-nulls; from 15
CREATE UNIQUE INDEX ON imports (id) NULLS NOT DISTINCT;
-- case: create-two-indexes
CREATE INDEX ON bills (due);
CREATE INDEX ON bills (paid_on);
-- case: create-index-and-drop-old
CREATE INDEX visits_patient_state ON visits (patient_id, state);
DROP INDEX visits_patient;
-- case: create-index-on-unlogged
CREATE INDEX ON cache (value);
-- case: create-index-on-empty
CREATE INDEX ON empty_one (v);
-- case: create-index-on-quoted
CREATE INDEX ON "Visits" ("Patient");
-- case: drop-index-of-schema
DROP INDEX reports.by_clinic_key;
-- case: drop-indexes-of-two-tables
DROP INDEX visits_patient, patients_last_name;
-- case: drop-index-if-exists-both
DROP INDEX IF EXISTS nothing, visits_during;
-- case: alter-index-reset
ALTER INDEX visits_patient RESET (fillfactor);
-- case: alter-index-depends; from 14
ALTER INDEX visits_patient SET (deduplicate_items = off);
-- case: rename-index-in-schema
ALTER INDEX reports.by_clinic_key RENAME TO by_clinic_unique;
-- case: reindex-unique-index
REINDEX INDEX clinics_name_key;
-- case: reindex-gist
REINDEX INDEX visits_during;
-- case: reindex-verbose-table
REINDEX (VERBOSE) TABLE patients;
-- case: reindex-schema-with-views
REINDEX SCHEMA reports;
-- case: reindex-schema-concurrently
REINDEX SCHEMA CONCURRENTLY staff;
-- case: reindex-matview-concurrently
REINDEX TABLE CONCURRENTLY reports.by_clinic;
-- case: reindex-exclusion-table-concurrently
REINDEX TABLE CONCURRENTLY visits;
-- case: reindex-table-without-indexes
REINDEX TABLE imports;
-- case: create-index-concurrently-unique-partial
CREATE UNIQUE INDEX CONCURRENTLY ON bills (visit_id) WHERE paid_on IS NULL;
-- case: create-index-concurrently-other-schema
CREATE INDEX CONCURRENTLY IF NOT EXISTS people_name ON staff.people (name);
-- case: create-index-concurrently-quoted
CREATE INDEX CONCURRENTLY ON "Old Stuff"."Order Items" ("Unit Price");
-- case: create-index-concurrently-gin
CREATE INDEX CONCURRENTLY ON patients USING gin (history);
-- case: drop-index-concurrently-if-exists
DROP INDEX CONCURRENTLY IF EXISTS visits_during;
-- case: drop-index-concurrently-of-matview-schema
DROP INDEX CONCURRENTLY reports.by_clinic_key;
-- case: several-concurrently
-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY a ON visits (state);
CREATE INDEX CONCURRENTLY b ON bills (due);
DROP INDEX CONCURRENTLY visits_patient;
-- case: index-then-constraint-using-it
-- plumb:up no-transaction
CREATE UNIQUE INDEX CONCURRENTLY imports_id ON imports (id);
ALTER TABLE imports ADD CONSTRAINT imports_pkey PRIMARY KEY USING INDEX imports_id;
-- case: vacuum-full-two
VACUUM FULL rooms, keepers;
-- case: vacuum-full-analyze
VACUUM (FULL, ANALYZE) bills;
-- case: vacuum-full-other-schema
VACUUM FULL staff.people;
-- case: vacuum-index-cleanup
VACUUM (INDEX_CLEANUP ON, TRUNCATE OFF) visits;
-- case: vacuum-columns
VACUUM ANALYZE visits (state, notes);
-- case: vacuum-full-referenced
VACUUM FULL clinics;
-- case: cluster-using-unique
CLUSTER clinics USING clinics_name_key;
-- case: cluster-verbose-marked
ALTER TABLE visits CLUSTER ON visits_patient;
CLUSTER VERBOSE visits;
-- case: cluster-matview
CLUSTER reports.by_clinic USING by_clinic_key;
-- case: analyze-several
ANALYZE visits, bills (amount);
-- case: refresh-with-data-of-empty
REFRESH MATERIALIZED VIEW reports.busy;
-- case: refresh-both
REFRESH MATERIALIZED VIEW CONCURRENTLY reports.by_clinic;
REFRESH MATERIALIZED VIEW reports.busy;
-- case: refresh-no-data
REFRESH MATERIALIZED VIEW reports.by_clinic WITH NO DATA;
-- case: create-matview-with-index
CREATE MATERIALIZED VIEW totals AS SELECT visit_id, sum(amount) FROM bills GROUP BY visit_id;
CREATE UNIQUE INDEX ON totals (visit_id);
-- case: create-matview-on-matview
CREATE MATERIALIZED VIEW m AS SELECT n, count(*) FROM reports.by_clinic GROUP BY n;
-- case: create-view-on-view
CREATE VIEW very AS SELECT * FROM reports.very_late;
-- case: create-view-recursive
CREATE RECURSIVE VIEW bosses (id, boss) AS SELECT id, boss FROM staff.people WHERE boss IS NULL UNION ALL SELECT p.id, p.boss FROM staff.people p JOIN bosses b ON b.id = p.boss;
-- case: replace-view-with-more-columns
CREATE OR REPLACE VIEW open_visits AS SELECT v.id, v.patient_id, p.last_name, v.state FROM visits v JOIN patients p ON p.id = v.patient_id;
-- case: drop-view-cascade
DROP VIEW reports.late_bills CASCADE;
-- case: view-security-invoker; from 15
ALTER VIEW open_visits SET (security_invoker = true);
-- case: view-rename-column
ALTER VIEW reports.late_bills RENAME COLUMN due TO due_on;
-- case: view-owner
ALTER VIEW open_visits OWNER TO CURRENT_USER;
-- case: matview-owner-and-schema
ALTER MATERIALIZED VIEW reports.by_clinic SET SCHEMA public;
-- case: matview-column-statistics
ALTER MATERIALIZED VIEW reports.by_clinic ALTER COLUMN n SET STATISTICS 50;
-- case: matview-cluster-on
ALTER MATERIALIZED VIEW reports.by_clinic CLUSTER ON by_clinic_key;
-- case: matview-set-option
ALTER MATERIALIZED VIEW reports.by_clinic SET (fillfactor = 50);
-- case: drop-view-and-alter-and-create
DROP VIEW open_visits;
ALTER TABLE visits ALTER COLUMN state TYPE text;
CREATE VIEW open_visits AS SELECT v.id, v.patient_id, p.last_name FROM visits v JOIN patients p ON p.id = v.patient_id WHERE v.state = 'planned';
-- case: lock-view-of-two
LOCK TABLE open_visits IN ACCESS EXCLUSIVE MODE;
-- case: comment-on-view-column
COMMENT ON COLUMN reports.late_bills.due IS 'd';
-- case: replace-trigger-function
CREATE OR REPLACE FUNCTION audit_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- case: alter-function
ALTER FUNCTION audit_it() SET search_path = public;
-- case: create-aggregate-and-operator
CREATE FUNCTION same_zip(a address, b address) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a.zip = b.zip';
CREATE OPERATOR ~~~ (LEFTARG = address, RIGHTARG = address, FUNCTION = same_zip);
-- case: create-collation-and-text-search
CREATE COLLATION plain FROM "C";
CREATE TEXT SEARCH CONFIGURATION mine (COPY = pg_catalog.english);
-- case: create-cast
CREATE FUNCTION to_text(a address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a.zip';
CREATE CAST (address AS text) WITH FUNCTION to_text(address);
