-- base: shop
-- case: set-not-null
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: set-not-null-already
ALTER TABLE orders ALTER COLUMN total SET NOT NULL;
-- case: set-not-null-proven
-- first:
ALTER TABLE orders ADD CONSTRAINT nn CHECK (note IS NOT NULL);
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: set-not-null-half-proven
-- first:
ALTER TABLE orders ADD CONSTRAINT nn CHECK (length(note) > 0);
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: set-not-null-proof-not-valid
-- first:
ALTER TABLE orders ADD CONSTRAINT nn CHECK (note IS NOT NULL) NOT VALID;
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: set-not-null-and-drop-proof
-- first:
ALTER TABLE orders ADD CONSTRAINT nn CHECK (note IS NOT NULL);
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT nn;
-- case: set-not-null-proven-with-others
-- first:
ALTER TABLE orders ADD CONSTRAINT nn CHECK (note IS NOT NULL AND paid IS NOT NULL);
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: set-not-null-two-columns
ALTER TABLE orders ALTER COLUMN note SET NOT NULL, ALTER COLUMN paid SET NOT NULL;
-- case: set-not-null-of-inheritance-parent
ALTER TABLE animals ALTER COLUMN name SET NOT NULL;
-- case: drop-not-null
ALTER TABLE orders ALTER COLUMN total DROP NOT NULL;
-- case: add-not-null-not-valid; from 18
ALTER TABLE orders ADD CONSTRAINT nn NOT NULL note NOT VALID;
-- case: validate-not-null; from 18
-- first:
ALTER TABLE orders ADD CONSTRAINT nn NOT NULL note NOT VALID;
-- then:
ALTER TABLE orders VALIDATE CONSTRAINT nn;
-- case: set-not-null-on-invalid; from 18
-- first:
ALTER TABLE orders ADD CONSTRAINT nn NOT NULL note NOT VALID;
-- then:
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
-- case: add-check
ALTER TABLE orders ADD CONSTRAINT large CHECK (total > 50);
-- case: add-check-not-valid
ALTER TABLE orders ADD CONSTRAINT large CHECK (total > 50) NOT VALID;
-- case: validate-check
-- first:
ALTER TABLE orders ADD CONSTRAINT large CHECK (total > 50) NOT VALID;
-- then:
ALTER TABLE orders VALIDATE CONSTRAINT large;
-- case: validate-already-valid
ALTER TABLE orders VALIDATE CONSTRAINT orders_state;
-- case: add-check-not-enforced; from 18
ALTER TABLE orders ADD CONSTRAINT large CHECK (total > 50) NOT ENFORCED;
-- case: add-check-to-inheritance-parent
ALTER TABLE animals ADD CONSTRAINT named CHECK (name <> '');
-- case: add-check-no-inherit
ALTER TABLE animals ADD CONSTRAINT named CHECK (name <> '') NO INHERIT;
-- case: drop-check
ALTER TABLE orders DROP CONSTRAINT orders_state;
-- case: replace-check
ALTER TABLE orders DROP CONSTRAINT orders_state, ADD CONSTRAINT orders_state CHECK (state IN ('open', 'paid', 'sent', 'lost'));
-- case: rename-constraint
ALTER TABLE orders RENAME CONSTRAINT orders_state TO states;
-- case: add-unique
ALTER TABLE loose ADD UNIQUE (person);
-- case: add-unique-deferrable
ALTER TABLE loose ADD UNIQUE (person) DEFERRABLE INITIALLY DEFERRED;
-- case: add-unique-nulls-not-distinct; from 15
ALTER TABLE loose ADD UNIQUE NULLS NOT DISTINCT (person);
-- case: add-primary-key
ALTER TABLE loose ADD PRIMARY KEY (id);
-- case: add-primary-key-nullable-columns
ALTER TABLE loose ADD PRIMARY KEY (person);
-- case: primary-key-using-index
ALTER TABLE loose ADD PRIMARY KEY USING INDEX loose_id;
-- case: primary-key-using-nullable-index
ALTER TABLE loose ADD PRIMARY KEY USING INDEX loose_ref;
-- case: unique-using-index
ALTER TABLE loose ADD CONSTRAINT once UNIQUE USING INDEX loose_ref;
-- case: drop-primary-key
ALTER TABLE secrets DROP CONSTRAINT secrets_pkey;
-- case: drop-primary-key-cascade
ALTER TABLE people DROP CONSTRAINT people_pkey CASCADE;
-- case: drop-unique
ALTER TABLE people DROP CONSTRAINT people_email_key;
-- case: add-exclusion
ALTER TABLE stays ADD EXCLUDE USING gist (during WITH &&);
-- case: add-exclusion-with-predicate
ALTER TABLE stays ADD EXCLUDE USING gist (during WITH &&) WHERE (room > 10);
-- case: add-temporal-key; from 18
-- first:
CREATE TABLE trips (span int4range, during tsrange);
INSERT INTO trips SELECT int4range(n, n + 1), tsrange('2024-01-01'::timestamp, '2024-01-02') FROM generate_series(1, 1500) n;
-- then:
ALTER TABLE trips ADD CONSTRAINT k UNIQUE (span, during WITHOUT OVERLAPS);
-- case: several-constraints-at-once
ALTER TABLE loose ADD CHECK (person > 0), ADD UNIQUE (person), ALTER COLUMN remark SET NOT NULL;
-- case: comment-on-constraint
COMMENT ON CONSTRAINT orders_state ON orders IS 'as in the shop';
-- case: add-foreign-key
ALTER TABLE loose ADD FOREIGN KEY (person) REFERENCES people;
-- case: add-foreign-key-not-valid
ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT VALID;
-- case: validate-foreign-key
-- first:
ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT VALID;
-- then:
ALTER TABLE loose VALIDATE CONSTRAINT f;
-- case: add-foreign-key-cascade
ALTER TABLE loose ADD FOREIGN KEY (order_id) REFERENCES orders ON DELETE CASCADE;
-- case: add-foreign-key-to-itself
ALTER TABLE loose ADD FOREIGN KEY (ref) REFERENCES loose (id);
-- case: add-two-foreign-keys
ALTER TABLE loose ADD FOREIGN KEY (person) REFERENCES people, ADD FOREIGN KEY (order_id) REFERENCES orders;
-- case: add-foreign-key-deferrable
ALTER TABLE loose ADD FOREIGN KEY (person) REFERENCES people DEFERRABLE INITIALLY DEFERRED;
-- case: add-foreign-key-not-enforced; from 18
ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT ENFORCED;
-- case: enforce-foreign-key; from 18
-- first:
ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT ENFORCED;
-- then:
ALTER TABLE loose ALTER CONSTRAINT f ENFORCED;
-- case: do-not-enforce-foreign-key; from 18
ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey NOT ENFORCED;
-- case: alter-foreign-key-deferrable
ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey DEFERRABLE;
-- case: drop-foreign-key
ALTER TABLE orders DROP CONSTRAINT orders_person_fkey;
-- case: drop-and-add-foreign-key
ALTER TABLE orders DROP CONSTRAINT orders_person_fkey, ADD CONSTRAINT orders_person_fkey FOREIGN KEY (person) REFERENCES people ON DELETE CASCADE;
-- case: create-table-references
CREATE TABLE notes (id int PRIMARY KEY, person int REFERENCES people, order_id bigint REFERENCES orders);
-- case: create-table-like
CREATE TABLE orders_copy (LIKE orders INCLUDING ALL);
-- case: create-table-as
CREATE TABLE big AS SELECT * FROM orders WHERE total > 200;
-- case: create-table-as-no-data
CREATE TABLE big AS SELECT o.*, p.name FROM orders o JOIN people p ON p.id = o.person WITH NO DATA;
-- case: create-table-inherits
CREATE TABLE dogs (breed text) INHERITS (animals);
-- case: create-table-if-not-exists-existing
CREATE TABLE IF NOT EXISTS orders (id int);
-- case: create-temp-table
CREATE TEMP TABLE t ON COMMIT DROP AS SELECT id FROM orders;
-- case: inherit
-- first:
CREATE TABLE dogs (id int, name text, legs int, CONSTRAINT animals_legs_check CHECK (legs >= 0));
-- then:
ALTER TABLE dogs INHERIT animals;
-- case: no-inherit
ALTER TABLE kittens NO INHERIT cats;
