-- base: clinic
-- case: two-types-and-a-default
ALTER TABLE visits ALTER COLUMN fee TYPE numeric(9, 4), ALTER COLUMN fee SET DEFAULT 1, ALTER COLUMN notes DROP DEFAULT;
-- case: drop-and-add-the-same-column
ALTER TABLE visits DROP COLUMN notes, ADD COLUMN notes text NOT NULL DEFAULT '';
-- case: add-column-and-validate-other
-- first:
ALTER TABLE visits ADD CONSTRAINT cheap CHECK (fee < 10000) NOT VALID;
-- then:
ALTER TABLE visits ADD COLUMN x int, VALIDATE CONSTRAINT cheap;
-- case: set-not-null-three-tables
ALTER TABLE visits ALTER notes SET NOT NULL;
ALTER TABLE imports ALTER raw SET NOT NULL;
ALTER TABLE patients ALTER first_name SET NOT NULL;
-- case: constraint-and-type-of-the-same-column
ALTER TABLE visits ALTER COLUMN fee TYPE numeric(12, 2), ADD CONSTRAINT less CHECK (fee < 1000000);
-- case: add-column-of-composite-type
ALTER TABLE visits ADD COLUMN place address;
-- case: add-column-of-composite-type-with-default
ALTER TABLE visits ADD COLUMN place address DEFAULT ROW ('s', 'z', 'DE')::address;
-- case: add-column-array-of-domain
ALTER TABLE visits ADD COLUMN zips zip_code[];
-- case: add-column-array-of-domain-with-default
ALTER TABLE visits ADD COLUMN zips zip_code[] DEFAULT '{}';
-- case: add-column-of-domain-without-check-with-default
ALTER TABLE visits ADD COLUMN extra cents DEFAULT 0;
-- case: add-column-default-nextval
ALTER TABLE rooms ADD COLUMN badge bigint DEFAULT nextval('staff.badge');
-- case: add-column-default-of-function-that-draws
ALTER TABLE rooms ADD COLUMN badge bigint DEFAULT next_badge();
-- case: add-column-current-user
ALTER TABLE rooms ADD COLUMN made_by text DEFAULT current_user;
-- case: add-column-of-enum-not-null
ALTER TABLE bills ADD COLUMN urgency urgency NOT NULL DEFAULT 'low';
-- case: add-generated-column-not-null
ALTER TABLE bills ADD COLUMN gross numeric GENERATED ALWAYS AS (amount * 1.19) STORED NOT NULL;
-- case: add-column-to-unlogged
ALTER TABLE cache ADD COLUMN at timestamptz DEFAULT now();
-- case: add-column-with-collation
ALTER TABLE rooms ADD COLUMN title text COLLATE "C";
-- case: add-column-with-storage; from 16
ALTER TABLE rooms ADD COLUMN title text STORAGE EXTERNAL;
-- case: add-column-unique-with-default
ALTER TABLE empty_one ADD COLUMN code int UNIQUE DEFAULT 1;
-- case: add-column-check-and-index
ALTER TABLE rooms ADD COLUMN beds int CHECK (beds > 0);
CREATE INDEX ON rooms (beds);
-- case: add-foreign-key-column-of-uuid
ALTER TABLE bills ADD COLUMN patient_id uuid REFERENCES patients (id) ON DELETE SET NULL;
-- case: add-foreign-key-column-not-valid
ALTER TABLE bills ADD COLUMN patient_id uuid;
ALTER TABLE bills ADD CONSTRAINT bills_patient FOREIGN KEY (patient_id) REFERENCES patients NOT VALID;
-- case: drop-generated-source-cascade
ALTER TABLE patients DROP COLUMN first_name CASCADE;
-- case: drop-column-of-partial-index
ALTER TABLE patients DROP COLUMN active;
-- case: drop-column-of-view-and-matview-cascade
ALTER TABLE visits DROP COLUMN clinic_id CASCADE;
-- case: drop-identity-column
ALTER TABLE visits DROP COLUMN id CASCADE;
-- case: drop-several-columns
ALTER TABLE patients DROP COLUMN weight, DROP COLUMN height, DROP COLUMN IF EXISTS nothing;
-- case: rename-to-reserved-word
ALTER TABLE visits RENAME COLUMN notes TO "user";
-- case: type-text-to-uuid
ALTER TABLE staff.patients ALTER COLUMN note TYPE uuid USING gen_random_uuid();
-- case: type-of-array-element
ALTER TABLE patients ALTER COLUMN tags TYPE varchar(20)[];
-- case: type-of-array-to-jsonb
DROP INDEX patients_tags;
ALTER TABLE patients ALTER COLUMN tags TYPE jsonb USING to_jsonb(tags);
-- case: type-real-to-double
ALTER TABLE patients ALTER COLUMN weight TYPE double precision;
-- case: type-double-to-numeric
ALTER TABLE patients ALTER COLUMN height TYPE numeric(6, 2);
-- case: type-smallint-to-int-with-check
ALTER TABLE clinics ALTER COLUMN beds TYPE int;
-- case: type-of-range
ALTER TABLE visits ALTER COLUMN during TYPE tsrange USING tsrange(lower(during)::timestamp, upper(during)::timestamp);
-- case: type-money-to-numeric
ALTER TABLE staff.people ALTER COLUMN salary TYPE numeric;
-- case: type-enum-to-other-enum
ALTER TABLE staff.people ALTER COLUMN grade TYPE urgency USING (CASE grade WHEN 'junior' THEN 'low' ELSE 'high' END)::urgency;
-- case: type-text-to-int-using
ALTER TABLE imports ALTER COLUMN amount TYPE int USING amount::int;
-- case: type-text-to-citext-like-domain
ALTER TABLE imports ALTER COLUMN raw TYPE cents USING NULL;
-- case: type-domain-to-text
DROP INDEX patients_mail;
ALTER TABLE patients ALTER COLUMN mail TYPE text;
-- case: type-cents-to-bigint
ALTER TABLE visits ALTER COLUMN cost TYPE bigint;
-- case: type-bigint-to-cents
ALTER TABLE visits ALTER COLUMN follow_up_of TYPE cents;
-- case: type-of-generated-column
ALTER TABLE patients ALTER COLUMN full_name TYPE varchar(200);
-- case: type-of-char-to-varchar
ALTER TABLE bills ALTER COLUMN currency TYPE varchar(3);
-- case: type-of-column-in-index-with-others
ALTER TABLE staff.people ALTER COLUMN name TYPE varchar(100);
-- case: type-date-to-timestamptz
ALTER TABLE clinics ALTER COLUMN opened TYPE timestamptz;
-- case: type-of-indexed-enum
ALTER TABLE visits ALTER COLUMN urgent DROP DEFAULT, ALTER COLUMN urgent TYPE text USING urgent::text;
-- case: type-jsonb-same
ALTER TABLE patients ALTER COLUMN history TYPE jsonb;
-- case: type-serial-to-bigint
ALTER TABLE clinics ALTER COLUMN id TYPE bigint;
-- case: type-of-key-with-cyclic-references
ALTER TABLE rooms ALTER COLUMN id TYPE bigint;
-- case: type-varchar-shorter-and-longer
ALTER TABLE staff.people ALTER COLUMN phone TYPE varchar(30);
ALTER TABLE staff.people ALTER COLUMN phone TYPE varchar(8);
-- case: set-not-null-and-default
ALTER TABLE visits ALTER COLUMN state SET DEFAULT 'x', ALTER COLUMN state SET NOT NULL;
-- case: set-not-null-of-generated
ALTER TABLE patients ALTER COLUMN full_name SET NOT NULL;
-- case: set-not-null-of-identity
ALTER TABLE visits ALTER COLUMN id SET NOT NULL;
-- case: set-not-null-proven-by-strict-check
-- first:
ALTER TABLE visits ADD CHECK (notes IS NOT NULL AND notes <> '');
-- then:
ALTER TABLE visits ALTER COLUMN notes SET NOT NULL;
-- case: set-storage-and-statistics
ALTER TABLE visits ALTER COLUMN notes SET STORAGE MAIN, ALTER COLUMN notes SET STATISTICS 200;
-- case: reset-attribute-options
ALTER TABLE visits ALTER COLUMN notes RESET (n_distinct);
-- case: set-options-of-several-kinds
ALTER TABLE visits SET (fillfactor = 80, autovacuum_enabled = false, toast_tuple_target = 4096);
-- case: set-options-and-column
ALTER TABLE visits SET (fillfactor = 80), ADD COLUMN x int;
-- case: set-logged-unlogged-pair
ALTER TABLE audit SET UNLOGGED;
ALTER TABLE audit SET LOGGED;
-- case: replica-identity-nothing
ALTER TABLE visits REPLICA IDENTITY NOTHING;
-- case: replica-identity-default
ALTER TABLE visits REPLICA IDENTITY DEFAULT;
-- case: owner-in-other-schema
ALTER TABLE staff.people OWNER TO CURRENT_USER;
-- case: disable-trigger-all
ALTER TABLE bills DISABLE TRIGGER ALL;
-- case: enable-replica-trigger
ALTER TABLE bills ENABLE REPLICA TRIGGER bills_audit;
-- case: no-force-row-security
ALTER TABLE staff.people NO FORCE ROW LEVEL SECURITY;
-- case: several-kinds-in-one
ALTER TABLE patients ADD COLUMN note text, DROP COLUMN weight, ALTER COLUMN height SET DEFAULT 0, ADD CONSTRAINT old CHECK (born > '1900-01-01'), ADD UNIQUE (mail);
-- case: many-tables-same-change
ALTER TABLE visits ADD COLUMN tenant int;
ALTER TABLE bills ADD COLUMN tenant int;
ALTER TABLE patients ADD COLUMN tenant int;
ALTER TABLE clinics ADD COLUMN tenant int;
-- case: rename-table-and-recreate-view
ALTER TABLE bills RENAME TO invoices;
CREATE VIEW bills AS SELECT * FROM invoices;
-- case: rename-column-and-constraint
ALTER TABLE bills RENAME COLUMN amount TO total;
ALTER TABLE bills RENAME CONSTRAINT bills_amount TO bills_total;
ALTER INDEX bills_pkey RENAME TO invoices_pkey;
-- case: set-schema-with-sequence
ALTER TABLE clinics SET SCHEMA staff;
-- case: set-schema-of-sequence
ALTER SEQUENCE staff.badge SET SCHEMA public;
-- case: set-schema-of-function-and-view
ALTER FUNCTION full_address(address) SET SCHEMA staff;
ALTER VIEW open_visits SET SCHEMA reports;
-- case: drop-schema-with-everything
DROP SCHEMA staff CASCADE;
-- case: drop-schema-quoted
DROP SCHEMA "Old Stuff" CASCADE;
-- case: drop-schema-of-views
DROP SCHEMA reports CASCADE;
-- case: truncate-cascade-from-the-top
TRUNCATE clinics CASCADE;
-- case: truncate-two-in-a-circle
TRUNCATE rooms, keepers;
-- case: truncate-with-identity
TRUNCATE audit RESTART IDENTITY;
-- case: drop-table-of-publication-and-view
DROP TABLE visits CASCADE;
-- case: drop-table-with-matview-on-matview
DROP MATERIALIZED VIEW reports.by_clinic CASCADE;
-- case: drop-table-in-a-circle
DROP TABLE rooms CASCADE;
-- case: drop-owned-sequence-cascade
DROP SEQUENCE clinics_id_seq CASCADE;
-- case: drop-function-of-trigger
DROP FUNCTION audit_it() CASCADE;
-- case: drop-function-of-nothing
DROP FUNCTION full_address(address);
-- case: drop-extension-missing
DROP EXTENSION IF EXISTS hstore;
-- case: cluster-on-index-of-expression
ALTER TABLE patients CLUSTER ON patients_last_name;
CLUSTER patients;
-- case: create-table-with-everything
CREATE TABLE doses (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, visit_id bigint NOT NULL REFERENCES visits ON DELETE CASCADE, patient uuid REFERENCES patients, name text UNIQUE, CHECK (name <> ''));
CREATE INDEX ON doses (visit_id);
-- case: create-table-of-type
CREATE TABLE places OF address (PRIMARY KEY (zip));
-- case: create-table-like-with-indexes
CREATE TABLE visits_copy (LIKE visits INCLUDING DEFAULTS INCLUDING INDEXES, extra int);
-- case: create-table-as-with-join
CREATE TABLE per_clinic AS SELECT c.id, c.name, count(*) FROM clinics c JOIN visits v ON v.clinic_id = c.id GROUP BY 1, 2;
-- case: select-into
SELECT id, amount INTO paid_bills FROM bills WHERE amount > 100;
-- case: create-table-as-from-view
CREATE TABLE late AS TABLE reports.late_bills;
-- case: create-unlogged-like
CREATE UNLOGGED TABLE scratchpad (LIKE bills);
-- case: create-temp-table-and-fill
CREATE TEMP TABLE ids AS SELECT id FROM visits WHERE state = 'planned';
DELETE FROM bills USING ids WHERE bills.visit_id = ids.id;
DROP TABLE ids;
-- case: comment-on-everything
COMMENT ON TABLE visits IS 'v';
COMMENT ON COLUMN visits.notes IS 'n';
COMMENT ON INDEX visits_patient IS 'i';
COMMENT ON CONSTRAINT bills_amount ON bills IS 'c';
COMMENT ON TRIGGER bills_audit ON bills IS 't';
COMMENT ON POLICY all_of_them ON staff.people IS 'p';
COMMENT ON VIEW open_visits IS 'v';
COMMENT ON TYPE urgency IS 'u';
COMMENT ON SCHEMA staff IS 's';
COMMENT ON STATISTICS visits_stats IS 's';
-- case: grant-of-several-kinds
GRANT SELECT, INSERT ON visits, bills TO PUBLIC;
GRANT USAGE ON SCHEMA staff TO PUBLIC;
GRANT USAGE ON SEQUENCE staff.badge TO PUBLIC;
GRANT EXECUTE ON FUNCTION audit_it() TO PUBLIC;
GRANT SELECT (id) ON patients TO PUBLIC;
REVOKE INSERT ON bills FROM PUBLIC;
-- case: lock-table-modes
LOCK TABLE visits IN ROW EXCLUSIVE MODE;
LOCK TABLE bills IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE clinics;
-- case: lock-table-then-index
LOCK TABLE visits IN ACCESS SHARE MODE;
CREATE INDEX ON visits (state);
-- case: event-trigger
-- first:
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
-- then:
CREATE EVENT TRIGGER watch_ddl ON ddl_command_end EXECUTE FUNCTION on_ddl();
ALTER EVENT TRIGGER watch_ddl DISABLE;
DROP EVENT TRIGGER watch_ddl;
-- case: rls-with-policies
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON visits FOR ALL USING (patient_id IN (SELECT id FROM patients WHERE active)) WITH CHECK (clinic_id IS NOT NULL);
ALTER POLICY mine ON visits TO PUBLIC;
DROP POLICY all_of_them ON staff.people;
-- case: policy-that-reads-view
CREATE POLICY p ON bills FOR SELECT USING (EXISTS (SELECT FROM open_visits o WHERE o.id = visit_id));
-- case: rule-replaced
CREATE OR REPLACE RULE cache_log AS ON DELETE TO cache DO ALSO NOTHING;
DROP RULE cache_log ON cache;
-- case: trigger-with-when-and-columns
CREATE TRIGGER t BEFORE UPDATE OF amount ON bills FOR EACH ROW WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION audit_it();
-- case: instead-of-trigger-on-view
CREATE TRIGGER t INSTEAD OF INSERT ON open_visits FOR EACH ROW EXECUTE FUNCTION audit_it();
-- case: truncate-trigger
CREATE TRIGGER t AFTER TRUNCATE ON bills FOR EACH STATEMENT EXECUTE FUNCTION audit_it();
-- case: publication-set-tables
ALTER PUBLICATION feed SET TABLE visits, patients;
-- case: publication-schema; from 15
ALTER PUBLICATION feed ADD TABLES IN SCHEMA staff;
-- case: publication-options
ALTER PUBLICATION feed SET (publish = 'insert');
-- case: statistics-of-several-kinds
CREATE STATISTICS staff.s (ndistinct, mcv) ON clinic, grade FROM staff.people;
ALTER STATISTICS visits_stats RENAME TO v_stats;
DROP STATISTICS v_stats;
-- case: set-access-method-of-matview; from 15
ALTER MATERIALIZED VIEW reports.by_clinic SET ACCESS METHOD heap;
-- case: set-tablespace-of-index
ALTER INDEX visits_patient SET TABLESPACE pg_default;
-- case: default-privileges-in-schema
ALTER DEFAULT PRIVILEGES IN SCHEMA staff GRANT SELECT ON TABLES TO PUBLIC;
-- case: security-label-free-settings
ALTER SEQUENCE staff.badge OWNER TO CURRENT_USER;
ALTER SEQUENCE staff.badge MAXVALUE 10000 CYCLE;
ALTER SEQUENCE staff.badge OWNED BY staff.people.id;
-- case: sequence-logged; from 15
ALTER SEQUENCE staff.badge SET UNLOGGED;
-- case: default-from-new-sequence
CREATE SEQUENCE rooms_id_seq OWNED BY rooms.id;
ALTER TABLE rooms ALTER COLUMN id SET DEFAULT nextval('rooms_id_seq');
SELECT setval('rooms_id_seq', (SELECT max(id) + 1 FROM rooms), false);
-- case: identity-from-serial
ALTER TABLE clinics ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE clinics_id_seq;
ALTER TABLE clinics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 10000);
