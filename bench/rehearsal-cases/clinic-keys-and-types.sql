-- base: clinic
-- case: foreign-key-across-schemas
ALTER TABLE staff.patients ADD COLUMN person int REFERENCES staff.people;
-- case: foreign-key-same-name-other-schema
ALTER TABLE staff.shifts ADD COLUMN patient int, ADD FOREIGN KEY (patient) REFERENCES staff.patients;
-- case: foreign-key-self-not-valid-validate
ALTER TABLE visits ADD CONSTRAINT follow FOREIGN KEY (follow_up_of) REFERENCES visits NOT VALID;
ALTER TABLE visits VALIDATE CONSTRAINT follow;
-- case: foreign-key-self
ALTER TABLE visits ADD CONSTRAINT follow FOREIGN KEY (follow_up_of) REFERENCES visits (id);
-- case: foreign-keys-in-a-circle
ALTER TABLE rooms DROP CONSTRAINT rooms_keeper, ADD CONSTRAINT rooms_keeper FOREIGN KEY (keeper) REFERENCES keepers;
ALTER TABLE keepers DROP CONSTRAINT keepers_room_fkey;
-- case: foreign-key-to-unique
ALTER TABLE imports ADD FOREIGN KEY (clinic_name) REFERENCES clinics (name);
-- case: foreign-key-on-empty-table
ALTER TABLE empty_one ADD COLUMN clinic int REFERENCES clinics;
-- case: foreign-key-initially-deferred-validate
-- first:
ALTER TABLE bills DROP CONSTRAINT bills_visit, ADD CONSTRAINT bills_visit FOREIGN KEY (visit_id) REFERENCES visits DEFERRABLE NOT VALID;
-- then:
ALTER TABLE bills VALIDATE CONSTRAINT bills_visit;
-- case: drop-foreign-key-self
ALTER TABLE patients DROP CONSTRAINT patients_referred_by_fkey;
-- case: drop-foreign-key-across-schemas
ALTER TABLE staff.people DROP CONSTRAINT people_clinic_fkey;
-- case: alter-constraint-not-deferrable
ALTER TABLE bills ALTER CONSTRAINT bills_visit NOT DEFERRABLE;
-- case: two-foreign-keys-to-one
ALTER TABLE imports ADD COLUMN a int REFERENCES clinics, ADD COLUMN b int REFERENCES clinics;
-- case: enforce-existing-then-not; from 18
ALTER TABLE bills ALTER CONSTRAINT bills_visit NOT ENFORCED;
ALTER TABLE bills ALTER CONSTRAINT bills_visit ENFORCED;
-- case: foreign-key-of-table-made-here
CREATE TABLE wards (id int PRIMARY KEY, clinic int REFERENCES clinics);
ALTER TABLE rooms ADD COLUMN ward int REFERENCES wards;
CREATE INDEX ON rooms (ward);
-- case: replace-primary-key
ALTER TABLE staff.patients DROP CONSTRAINT patients_pkey;
ALTER TABLE staff.patients ADD COLUMN pid bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE staff.patients ADD PRIMARY KEY (pid);
-- case: primary-key-of-two-columns
ALTER TABLE imports ADD PRIMARY KEY (id, clinic_name);
-- case: primary-key-with-include
ALTER TABLE imports ADD CONSTRAINT imports_pkey PRIMARY KEY (id) INCLUDE (raw);
-- case: primary-key-on-proven-column
ALTER TABLE imports ADD CONSTRAINT nn CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE imports VALIDATE CONSTRAINT nn;
ALTER TABLE imports ADD PRIMARY KEY (id);
-- case: unique-with-two-columns
ALTER TABLE staff.shifts ADD CONSTRAINT once UNIQUE (person, during);
-- case: swap-unique-constraint
ALTER TABLE clinics DROP CONSTRAINT clinics_name_key, ADD CONSTRAINT clinics_name_key UNIQUE (name, opened);
-- case: exclusion-replaced
ALTER TABLE staff.shifts DROP CONSTRAINT shifts_during_excl, ADD EXCLUDE USING gist (during WITH &&) WHERE (room = 3);
-- case: exclusion-with-btree
ALTER TABLE rooms ADD EXCLUDE USING btree (keeper WITH =);
-- case: check-with-function
ALTER TABLE clinics ADD CONSTRAINT where_it_is CHECK (full_address(place) <> '');
-- case: check-not-valid-then-later-work
ALTER TABLE bills ADD CONSTRAINT paid CHECK (paid_on >= due) NOT VALID;
CREATE INDEX bills_due ON bills (due);
ALTER TABLE bills VALIDATE CONSTRAINT paid;
-- case: check-of-two-tables-one-transaction
ALTER TABLE bills ADD CHECK (amount < 1000000);
ALTER TABLE visits ADD CHECK (fee >= 0);
-- case: check-no-inherit-not-valid
ALTER TABLE bills ADD CONSTRAINT c CHECK (amount < 10000000) NO INHERIT NOT VALID;
-- case: drop-not-null-and-check
ALTER TABLE bills ALTER due DROP NOT NULL, DROP CONSTRAINT bills_amount;
-- case: drop-named-not-null; from 18
ALTER TABLE bills DROP CONSTRAINT bills_amount_not_null;
-- case: named-not-null; from 18
ALTER TABLE bills ADD CONSTRAINT due_there NOT NULL due;
-- case: not-null-no-inherit; from 18
ALTER TABLE bills ADD CONSTRAINT due_there NOT NULL due NO INHERIT;
-- case: not-null-not-valid-then-validate; from 18
ALTER TABLE bills ADD CONSTRAINT due_there NOT NULL due NOT VALID;
ALTER TABLE bills VALIDATE CONSTRAINT due_there;
-- case: domain-with-array-add-check-not-valid
ALTER DOMAIN zip_code ADD CONSTRAINT short CHECK (length(VALUE) < 9) NOT VALID;
-- case: domain-add-check-on-indexed-column
ALTER DOMAIN email ADD CONSTRAINT long CHECK (length(VALUE) < 200);
-- case: domain-drop-and-add-check
ALTER DOMAIN email DROP CONSTRAINT email_check;
ALTER DOMAIN email ADD CONSTRAINT email_check CHECK (VALUE LIKE '%@%.%');
-- case: domain-not-valid-validate
ALTER DOMAIN cents ADD CONSTRAINT pos CHECK (VALUE >= 0) NOT VALID;
ALTER DOMAIN cents VALIDATE CONSTRAINT pos;
-- case: domain-set-not-null-unused
-- first:
CREATE DOMAIN unused AS int;
-- then:
ALTER DOMAIN unused SET NOT NULL;
-- case: domain-rename-constraint
ALTER DOMAIN email RENAME CONSTRAINT email_check TO has_at;
-- case: domain-drop-not-null
ALTER DOMAIN cents DROP NOT NULL;
-- case: domain-rename
ALTER DOMAIN cents RENAME TO minor_units;
-- case: domain-in-composite-column
-- first:
CREATE TYPE contact AS (mail email, phone text);
CREATE TABLE contacts (id int, c contact);
INSERT INTO contacts SELECT n, ROW ('a@b.c', '1')::contact FROM generate_series(1, 1500) n;
ALTER DOMAIN email DROP CONSTRAINT email_check;
-- then:
ALTER TABLE contacts ADD COLUMN mail email;
-- case: enum-add-several-values
ALTER TYPE urgency ADD VALUE 'critical' AFTER 'high';
ALTER TYPE urgency ADD VALUE IF NOT EXISTS 'none';
-- case: enum-replaced
ALTER TABLE visits ALTER COLUMN urgent DROP DEFAULT;
ALTER TYPE urgency RENAME TO urgency_old;
CREATE TYPE urgency AS ENUM ('low', 'normal', 'high', 'critical');
ALTER TABLE visits ALTER COLUMN urgent TYPE urgency USING urgent::text::urgency;
ALTER TABLE visits ALTER COLUMN urgent SET DEFAULT 'normal';
DROP TYPE urgency_old;
-- case: enum-rename-value
ALTER TYPE staff.grade RENAME VALUE 'junior' TO 'newcomer';
-- case: enum-set-schema
ALTER TYPE staff.grade SET SCHEMA public;
-- case: drop-enum-cascade-to-index
DROP TYPE urgency CASCADE;
-- case: composite-add-attribute
ALTER TYPE address ADD ATTRIBUTE floor int;
-- case: composite-rename-attribute
ALTER TYPE address RENAME ATTRIBUTE street TO line1;
-- case: composite-unused-alter-attribute
ALTER TYPE span ALTER ATTRIBUTE begins TYPE timestamptz;
-- case: composite-drop-attribute
ALTER TYPE span DROP ATTRIBUTE ends;
-- case: drop-domain-used-in-array
DROP DOMAIN zip_code CASCADE;
-- case: range-type-made
CREATE TYPE cost_range AS RANGE (subtype = numeric);
ALTER TABLE visits ADD COLUMN costs cost_range;
-- case: generated-column-expression-change; from 17
ALTER TABLE patients ALTER COLUMN full_name SET EXPRESSION AS (last_name || ', ' || first_name);
-- case: generated-column-dropped-expression
ALTER TABLE patients ALTER COLUMN full_name DROP EXPRESSION;
-- case: virtual-column-and-index; from 18
ALTER TABLE bills ADD COLUMN year int GENERATED ALWAYS AS (extract(year FROM due)::int) VIRTUAL;
CREATE INDEX ON bills (due);
-- case: virtual-column-with-check; from 18
ALTER TABLE bills ADD COLUMN half numeric GENERATED ALWAYS AS (amount / 2) VIRTUAL CHECK (half >= 0);
-- case: virtual-column-set-not-null; from 18
-- first:
ALTER TABLE bills ADD COLUMN half numeric GENERATED ALWAYS AS (amount / 2) VIRTUAL;
-- then:
ALTER TABLE bills ALTER COLUMN half SET NOT NULL;
-- case: type-of-virtual-source; from 18
-- first:
ALTER TABLE bills ADD COLUMN later date GENERATED ALWAYS AS (due + 30) VIRTUAL;
-- then:
ALTER TABLE bills ALTER COLUMN later TYPE timestamp;
-- case: drop-virtual-column; from 18
-- first:
ALTER TABLE bills ADD COLUMN half numeric GENERATED ALWAYS AS (amount / 2) VIRTUAL;
-- then:
ALTER TABLE bills DROP COLUMN half;
-- case: identity-always-to-default
ALTER TABLE visits ALTER COLUMN id SET GENERATED ALWAYS, ALTER COLUMN id SET INCREMENT BY 2;
-- case: identity-drop-if-exists
ALTER TABLE rooms ALTER COLUMN id DROP IDENTITY IF EXISTS;
-- case: temporal-foreign-key; from 18
-- first:
CREATE TABLE leases (room int4range, during tsrange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
CREATE TABLE guests (room int4range, during tsrange, name text);
INSERT INTO leases SELECT int4range(n, n + 1), tsrange('2024-01-01', '2024-02-01') FROM generate_series(1, 1500) n;
INSERT INTO guests SELECT int4range(n, n + 1), tsrange('2024-01-05', '2024-01-09'), 'g' FROM generate_series(1, 1500) n;
-- then:
ALTER TABLE guests ADD FOREIGN KEY (room, PERIOD during) REFERENCES leases (room, PERIOD during);
