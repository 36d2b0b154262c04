-- base: shop
-- case: insert
INSERT INTO loose (id) VALUES (100001);
-- case: insert-with-foreign-key
INSERT INTO orders (id, person, total) VALUES (100001, NULL, 5);
-- case: insert-select
INSERT INTO scratch SELECT id + 100000, state FROM orders;
-- case: update-all
UPDATE orders SET note = 'x';
-- case: update-by-key
UPDATE orders SET note = 'x' WHERE id = 5;
-- case: update-by-condition
UPDATE orders SET note = 'x' WHERE state = 'sent';
-- case: update-from-other-table
UPDATE orders SET note = left(people.name, 10) FROM people WHERE people.id = orders.person;
-- case: update-referencing-key
UPDATE orders SET person = NULL;
-- case: delete-all
DELETE FROM secrets;
-- case: delete-lines
DELETE FROM lines WHERE amount > 3;
-- case: delete-by-key
DELETE FROM lines WHERE order_id = 7;
-- case: delete-cascading
DELETE FROM orders WHERE total > 1000000;
-- case: delete-using
DELETE FROM lines USING orders WHERE orders.id = lines.order_id AND orders.paid;
-- case: select-for-update
SELECT id FROM orders WHERE id < 10 FOR UPDATE;
-- case: count
SELECT count(*) FROM orders;
-- case: exists-by-key
SELECT 1 FROM orders WHERE id = 1;
-- case: merge; from 15
MERGE INTO loose USING people ON people.id = loose.id WHEN MATCHED THEN UPDATE SET remark = 'm' WHEN NOT MATCHED THEN INSERT (id) VALUES (people.id + 100000);
-- case: upsert
INSERT INTO scratch VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET v = excluded.v;
-- case: with-delete
WITH gone AS (DELETE FROM stays RETURNING room) INSERT INTO scratch SELECT room + 500000, 'x' FROM gone;
-- case: update-view
UPDATE small_orders SET state = 'paid';
-- case: update-inheritance-parent
UPDATE animals SET name = 'x';
-- case: update-only-parent
UPDATE ONLY animals SET name = 'x';
-- case: do-block-alter
DO $$ BEGIN ALTER TABLE orders ALTER COLUMN note SET NOT NULL; END $$;
-- case: do-block-dynamic
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT unnest(ARRAY['loose', 'stays']) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN tenant int', t);
  END LOOP;
END $$;
-- case: do-block-index
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_indexes WHERE indexname = 'orders_state_idx') THEN
    CREATE INDEX orders_state_idx ON orders (state);
  END IF;
END $$;
-- case: do-block-caught
DO $$ BEGIN
  ALTER TABLE orders ADD COLUMN note text;
EXCEPTION WHEN duplicate_column THEN NULL;
END $$;
-- case: do-block-caught-after-work
DO $$ BEGIN
  ALTER TABLE loose ADD COLUMN x int;
  RAISE EXCEPTION 'no';
EXCEPTION WHEN others THEN NULL;
END $$;
-- case: function-that-alters
-- first:
CREATE FUNCTION change() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER TABLE people ALTER COLUMN age TYPE bigint'; END $$;
-- then:
SELECT change();
-- case: procedure-that-alters
-- first:
CREATE PROCEDURE change() LANGUAGE sql AS 'DROP TABLE secrets';
-- then:
CALL change();
-- case: procedure-that-commits
-- first:
CREATE PROCEDURE change() LANGUAGE plpgsql AS $$ BEGIN
  UPDATE loose SET remark = 'a' WHERE id % 2 = 0; COMMIT; UPDATE loose SET remark = 'b' WHERE id % 2 = 1; COMMIT; END $$;
-- then:
-- plumb:up no-transaction
CALL change();
-- case: backfill-then-not-null
ALTER TABLE orders ADD COLUMN kind text;
UPDATE orders SET kind = 'shop';
ALTER TABLE orders ALTER COLUMN kind SET NOT NULL;
-- case: expand-and-fill
ALTER TABLE people ADD COLUMN full_name text;
UPDATE people SET full_name = name || ' ' || coalesce(nick, '');
CREATE INDEX ON people (full_name);
-- case: not-valid-then-validate
ALTER TABLE orders ADD CONSTRAINT large CHECK (total > 50) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT large;
-- case: not-null-through-check
ALTER TABLE orders ADD CONSTRAINT nn CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT nn;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT nn;
-- case: foreign-key-then-validate
ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT VALID;
ALTER TABLE loose VALIDATE CONSTRAINT f;
-- case: lock-then-scan
ALTER TABLE people ADD COLUMN x int;
CREATE INDEX ON orders (state);
-- case: new-table-then-foreign-key
CREATE TABLE notes (id int PRIMARY KEY, person int, body text);
CREATE INDEX ON notes (person);
ALTER TABLE notes ADD FOREIGN KEY (person) REFERENCES people;
INSERT INTO notes SELECT id, id, name FROM people;
-- case: swap-tables
CREATE TABLE orders_new (LIKE orders INCLUDING ALL);
INSERT INTO orders_new SELECT * FROM orders;
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
-- case: rename-then-alter
ALTER TABLE loose RENAME TO tight;
ALTER TABLE tight ALTER COLUMN remark SET NOT NULL;
ALTER TABLE tight RENAME COLUMN remark TO note;
-- case: drop-and-recreate-view
DROP VIEW order_list;
DROP VIEW small_orders;
ALTER TABLE sales ALTER COLUMN state TYPE text;
CREATE VIEW order_list AS SELECT s.id, s.total, s.state, t.v FROM sales s JOIN scratch t ON t.id = s.person;
-- case: two-rewrites
ALTER TABLE people ALTER COLUMN age TYPE bigint;
ALTER TABLE people ALTER COLUMN born TYPE timestamp;
-- case: set-local-then-alter
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN x int;
-- case: savepoints
SAVEPOINT a;
ALTER TABLE orders ADD COLUMN x int;
ROLLBACK TO SAVEPOINT a;
CREATE INDEX ON orders (state);
-- case: savepoint-released
SAVEPOINT a;
ALTER TABLE orders ADD COLUMN x int;
RELEASE SAVEPOINT a;
CREATE INDEX ON loose (remark);
-- case: enum-value-and-its-use-of-new-type; from 17
CREATE TYPE colour AS ENUM ('red');
ALTER TYPE colour ADD VALUE 'blue';
ALTER TABLE goods ADD COLUMN colour colour DEFAULT 'blue';
-- case: temp-table-filled
CREATE TEMP TABLE t ON COMMIT DROP AS SELECT id, total FROM orders;
UPDATE orders SET note = 'x' FROM t WHERE t.id = orders.id;
-- case: deferred-constraints
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE orders SET person = 1 WHERE person IS NULL;
-- case: index-then-primary-key
CREATE UNIQUE INDEX loose_person ON loose (person);
ALTER TABLE loose ALTER COLUMN person SET NOT NULL;
ALTER TABLE loose ADD PRIMARY KEY USING INDEX loose_person;
-- case: drop-column-and-index
DROP INDEX people_adult;
ALTER TABLE people DROP COLUMN nick;
ALTER TABLE people ADD COLUMN nick text;
-- case: truncate-and-fill
TRUNCATE scratch;
INSERT INTO scratch SELECT id, 'x' FROM people;
-- case: identity-switch
ALTER TABLE loose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT setval(pg_get_serial_sequence('loose', 'id'), (SELECT max(id) FROM loose));
-- case: trigger-that-touches-another-table
-- first:
CREATE FUNCTION copy_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE scratch SET v = 'l' WHERE id = NEW.no; RETURN NEW; END $$;
CREATE TRIGGER copy BEFORE UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION copy_line();
-- then:
UPDATE lines SET amount = 1 WHERE order_id = 3;
-- case: copy-to-new-column-with-cast
ALTER TABLE people ADD COLUMN age_big bigint;
UPDATE people SET age_big = age;
ALTER TABLE people ALTER COLUMN age_big SET NOT NULL, ADD CONSTRAINT old_enough CHECK (age_big > 10);
ALTER TABLE people RENAME COLUMN age TO age_old;
ALTER TABLE people RENAME COLUMN age_big TO age;
