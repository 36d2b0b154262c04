-- base: clinic
-- case: do-dynamic-over-schema
DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT schemaname, tablename FROM pg_tables WHERE schemaname = 'staff' LOOP
    EXECUTE format('ALTER TABLE %I.%I ADD COLUMN tenant int', r.schemaname, r.tablename);
  END LOOP;
END $$;
-- case: do-that-checks-first
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'bills' AND column_name = 'tenant') THEN
    ALTER TABLE bills ADD COLUMN tenant int NOT NULL DEFAULT 1;
  END IF;
END $$;
-- case: do-that-finds-it-done
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'nothing') THEN DROP TABLE bills; END IF;
END $$;
-- case: do-foreign-key-caught
DO $$ BEGIN
  ALTER TABLE bills ADD CONSTRAINT bills_visit FOREIGN KEY (visit_id) REFERENCES visits;
EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'there';
END $$;
-- case: do-create-type-caught
DO $$ BEGIN CREATE TYPE urgency AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
-- case: do-update-all
DO $$ BEGIN UPDATE bills SET currency = 'USD'; END $$;
-- case: do-with-several-kinds-of-work
DO $$ BEGIN
  ALTER TABLE bills ADD COLUMN kind text;
  UPDATE bills SET kind = 'x';
  ALTER TABLE bills ALTER COLUMN kind SET NOT NULL;
  CREATE INDEX ON bills (kind);
END $$;
-- case: do-perform-count
DO $$ BEGIN PERFORM count(*) FROM visits; END $$;
-- case: do-that-commits
-- plumb:up no-transaction
DO $$ BEGIN
  UPDATE bills SET currency = 'USD';
  COMMIT;
  ALTER TABLE visits ADD COLUMN x int;
END $$;
-- case: procedure-in-batches
-- first:
CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
DECLARE n int;
BEGIN
  LOOP
    UPDATE imports SET done = true WHERE id IN (SELECT id FROM imports WHERE NOT done LIMIT 700);
    GET DIAGNOSTICS n = ROW_COUNT;
    COMMIT;
    EXIT WHEN n = 0;
  END LOOP;
END $$;
-- then:
-- plumb:up no-transaction
CALL fill();
-- case: procedure-that-reads-and-writes-and-commits
-- first:
CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit (what) SELECT name FROM clinics;
  COMMIT;
  DELETE FROM cache;
  COMMIT;
END $$;
-- then:
-- plumb:up no-transaction
CALL fill();
-- case: procedure-that-alters-and-commits
-- first:
CREATE PROCEDURE change() LANGUAGE plpgsql AS $$
BEGIN
  ALTER TABLE bills ALTER COLUMN due SET NOT NULL;
  COMMIT;
  CREATE INDEX ON visits (state);
  COMMIT;
END $$;
-- then:
-- plumb:up no-transaction
CALL change();
-- case: procedure-without-commit
-- first:
CREATE PROCEDURE change() LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE bills DROP COLUMN due CASCADE; END $$;
-- then:
CALL change();
-- case: procedure-that-rolls-back
-- first:
CREATE PROCEDURE change() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM imports; ROLLBACK; INSERT INTO cache VALUES ('new', 'x'); END $$;
-- then:
-- plumb:up no-transaction
CALL change();
-- case: function-made-and-called
CREATE FUNCTION change() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE imports ALTER COLUMN raw SET NOT NULL; END $$;
SELECT change();
DROP FUNCTION change();
-- case: sql-function-that-deletes
-- first:
CREATE FUNCTION clean() RETURNS void LANGUAGE sql AS $$ DELETE FROM imports WHERE done; DELETE FROM cache; $$;
-- then:
SELECT clean();
-- case: function-in-default-of-update
UPDATE rooms SET keeper = keeper WHERE next_badge() > 0;
-- case: update-with-subquery
UPDATE visits SET notes = (SELECT first_name FROM patients p WHERE p.id = visits.patient_id);
-- case: update-with-exists
UPDATE clinics SET beds = 11 WHERE EXISTS (SELECT FROM visits v WHERE v.clinic_id = clinics.id);
-- case: update-of-everything-from-join
UPDATE visits v SET state = 'done', notes = c.name FROM clinics c, patients p WHERE c.id = v.clinic_id AND p.id = v.patient_id;
-- case: update-with-cte
WITH sums AS (SELECT visit_id, sum(amount) AS total FROM bills GROUP BY visit_id) UPDATE visits SET cost = total FROM sums WHERE sums.visit_id = visits.id;
-- case: update-null-only
UPDATE imports SET done = true WHERE done IS NULL;
-- case: update-referenced-key
UPDATE clinics SET id = id + 100000 WHERE id > 1000000;
-- case: update-through-trigger
UPDATE bills SET amount = amount + 1;
-- case: update-view-on-view
UPDATE reports.very_late SET amount = 0;
-- case: update-returning
UPDATE cache SET value = 'x' RETURNING key;
-- case: delete-not-in
DELETE FROM imports WHERE clinic_name NOT IN (SELECT name FROM clinics);
-- case: delete-duplicates
DELETE FROM imports a USING imports b WHERE a.raw = b.raw AND a.id > b.id;
-- case: delete-cascading-deep
DELETE FROM patients WHERE last_name = 'nobody';
-- case: delete-through-rule
DELETE FROM cache WHERE value = 'v';
-- case: delete-of-referencing-only
DELETE FROM keepers WHERE room IS NULL;
-- case: insert-into-referencing
INSERT INTO keepers VALUES (100001, NULL);
-- case: insert-select-with-trigger
INSERT INTO bills SELECT id + 100000, visit_id, amount, currency, due, paid_on FROM bills;
-- case: insert-from-two
INSERT INTO staff.patients SELECT 200000 + i.id, c.name FROM imports i JOIN clinics c ON c.name = i.clinic_name;
-- case: insert-on-conflict-do-nothing
INSERT INTO clinics (name) SELECT DISTINCT clinic_name FROM imports ON CONFLICT (name) DO NOTHING;
-- case: insert-values-many
INSERT INTO cache VALUES ('a', 'b'), ('c', 'd');
INSERT INTO cache VALUES ('e', 'f');
INSERT INTO cache (key, value) VALUES ('g', 'h') ON CONFLICT DO NOTHING;
-- case: insert-returning-into-second
WITH new AS (INSERT INTO clinics (name) VALUES ('new one') RETURNING id) INSERT INTO staff.people (id, name, clinic) SELECT 100000, 'x', id FROM new;
-- case: merge-from-imports; from 15
MERGE INTO clinics c USING (SELECT DISTINCT clinic_name, done FROM imports) i ON c.name = i.clinic_name WHEN MATCHED AND i.done THEN DO NOTHING WHEN MATCHED THEN UPDATE SET beds = 5 WHEN NOT MATCHED THEN INSERT (name) VALUES (i.clinic_name || ' new');
-- case: merge-by-source; from 17
MERGE INTO staff.patients USING imports ON staff.patients.id = imports.id WHEN NOT MATCHED BY SOURCE THEN DELETE;
-- case: select-for-update
SELECT id FROM visits WHERE state = 'planned' FOR UPDATE;
-- case: select-for-no-key-update-of
SELECT v.id FROM visits v JOIN patients p ON p.id = v.patient_id FOR SHARE OF p;
-- case: select-from-view
SELECT count(*) FROM reports.very_late;
-- case: select-function-only
SELECT next_badge();
-- case: select-setval-of-max
SELECT setval('staff.badge', max(id)) FROM staff.people;
-- case: declare-cursor
DECLARE c CURSOR FOR SELECT * FROM visits;
FETCH 10 FROM c;
CLOSE c;
-- case: prepare-and-execute
PREPARE p AS UPDATE bills SET amount = 1;
EXECUTE p;
DEALLOCATE p;
-- case: explain-without-running
EXPLAIN UPDATE bills SET amount = 1;
-- case: explain-analyze
EXPLAIN ANALYZE DELETE FROM imports;
-- case: set-search-path-then-alter
SET search_path = staff, public;
ALTER TABLE patients ADD COLUMN x int;
CREATE INDEX ON people (name);
-- case: set-local-search-path
SET LOCAL search_path TO staff;
ALTER TABLE patients ALTER COLUMN note SET NOT NULL;
-- case: set-config-search-path
SELECT set_config('search_path', '"Old Stuff"', true);
ALTER TABLE "Order Items" ALTER "select" SET NOT NULL;
-- case: set-timeouts
SET lock_timeout = '2s';
SET statement_timeout = '30s';
ALTER TABLE bills ADD COLUMN x int;
RESET lock_timeout;
-- case: set-role-and-session
SET SESSION AUTHORIZATION DEFAULT;
SET ROLE NONE;
ALTER TABLE rooms ADD COLUMN x int;
-- case: set-constraints
SET CONSTRAINTS bills_visit IMMEDIATE;
UPDATE bills SET visit_id = visit_id;
-- case: names-quoted
ALTER TABLE "Old Stuff"."Order Items" ADD COLUMN "New One" int;
CREATE INDEX "An Index" ON "Old Stuff"."Order Items" ("Unit Price");
ALTER TABLE "Visits" RENAME TO "Old Visits";
ALTER TABLE "Old Visits" ALTER COLUMN "Patient" SET NOT NULL;
-- case: same-name-in-two-schemas
ALTER TABLE patients ADD COLUMN x int;
ALTER TABLE staff.patients ADD COLUMN x int DEFAULT random();
-- case: held-over-three-statements
ALTER TABLE visits ADD COLUMN x int;
UPDATE visits SET x = 1;
CREATE INDEX ON visits (x);
ALTER TABLE visits ALTER COLUMN x SET NOT NULL;
-- case: held-on-other-table
ALTER TABLE clinics ADD COLUMN y int;
UPDATE imports SET done = true;
-- case: held-by-foreign-key
ALTER TABLE imports ADD COLUMN c int REFERENCES clinics;
CREATE INDEX ON imports (c);
-- case: held-by-drop
DROP TABLE keepers CASCADE;
CREATE INDEX ON visits (state);
-- case: held-by-lock-table
LOCK TABLE rooms IN SHARE MODE;
SELECT count(*) FROM keepers;
-- case: savepoint-and-release-nested
SAVEPOINT a;
ALTER TABLE rooms ADD COLUMN x int;
SAVEPOINT b;
ALTER TABLE keepers ADD COLUMN x int;
ROLLBACK TO b;
RELEASE a;
CREATE INDEX ON imports (raw);
-- case: savepoint-rolled-back-scan
SAVEPOINT s;
CREATE INDEX ON visits (state);
ROLLBACK TO SAVEPOINT s;
ALTER TABLE visits ADD COLUMN x int;
-- case: copy-column-and-swap
ALTER TABLE visits ADD COLUMN id_new bigint;
CREATE FUNCTION sync() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id_new := NEW.id; RETURN NEW; END $$;
CREATE TRIGGER sync BEFORE INSERT OR UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION sync();
UPDATE visits SET id_new = id WHERE id_new IS NULL;
-- case: replace-table-by-copy
CREATE TABLE imports_new (LIKE imports INCLUDING ALL);
INSERT INTO imports_new SELECT * FROM imports;
DROP TABLE imports;
ALTER TABLE imports_new RENAME TO imports;
CREATE INDEX ON imports (raw);
-- case: made-here-and-altered-only
CREATE TABLE fresh (id int, v text);
INSERT INTO fresh SELECT n, 'x' FROM generate_series(1, 100) n;
ALTER TABLE fresh ALTER COLUMN id TYPE bigint;
CREATE INDEX ON fresh (v);
ALTER TABLE fresh ADD PRIMARY KEY (id);
DROP TABLE fresh;
-- case: made-here-references-and-fills
CREATE TABLE fresh AS SELECT id, patient_id FROM visits;
ALTER TABLE fresh ADD FOREIGN KEY (patient_id) REFERENCES patients;
-- case: split-table
CREATE TABLE patient_bodies (patient_id uuid PRIMARY KEY REFERENCES patients, weight real, height double precision);
INSERT INTO patient_bodies SELECT id, weight, height FROM patients;
ALTER TABLE patients DROP COLUMN weight, DROP COLUMN height;
-- case: notify-and-listen
LISTEN changes;
NOTIFY changes, 'x';
UNLISTEN changes;
-- case: advisory-lock
SELECT pg_advisory_xact_lock(5);
ALTER TABLE rooms ADD COLUMN x int;
-- case: refresh-in-function
DO $$ BEGIN REFRESH MATERIALIZED VIEW reports.by_clinic; END $$;
-- case: row-trigger-on-new-work
CREATE TRIGGER t AFTER INSERT ON imports FOR EACH ROW EXECUTE FUNCTION audit_it();
INSERT INTO imports (id, raw) VALUES (100000, 'x');
-- case: null-statement-and-comment
-- nothing but a select
SELECT 1;
