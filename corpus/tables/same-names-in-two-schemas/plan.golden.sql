BEGIN;

ALTER TABLE us.orders ADD COLUMN ref integer;

CREATE VIEW public.orders AS
SELECT orders.id,
    (orders.status)::text AS status
   FROM eu.orders
UNION ALL
 SELECT orders.id,
    (orders.status)::text AS status
   FROM us.orders;

ALTER TABLE us.orders ADD CONSTRAINT orders_ref_fkey FOREIGN KEY (ref) REFERENCES eu.orders (id) NOT VALID;

COMMIT;

-- Reads all of us.orders while others go on reading and writing it.
-- Fails if rows of us.orders refer to nothing by orders_ref_fkey. To find them: SELECT * FROM us.orders AS c WHERE c.ref IS NOT NULL AND NOT EXISTS (SELECT FROM eu.orders AS p WHERE p.id = c.ref)
ALTER TABLE us.orders VALIDATE CONSTRAINT orders_ref_fkey;

ALTER TYPE eu.status ADD VALUE 'gone';

ALTER TABLE eu.orders ALTER COLUMN status SET DEFAULT 'old'::eu.status;

-- Reads eu.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_status_plumb_new ON eu.orders (status) WHERE (status <> 'old'::eu.status);

DROP INDEX CONCURRENTLY eu.orders_status;

ALTER INDEX eu.orders_status_plumb_new RENAME TO orders_status;

DROP INDEX CONCURRENTLY us.orders_status;

-- down

-- Reads us.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_status ON us.orders (status);

BEGIN;

ALTER TABLE us.orders DROP CONSTRAINT orders_ref_fkey;

DROP VIEW public.orders;

ALTER TABLE eu.orders ALTER COLUMN status DROP DEFAULT;

-- The column us.orders.ref is dropped with all that it holds.
ALTER TABLE us.orders DROP COLUMN ref;

COMMIT;

DROP INDEX CONCURRENTLY eu.orders_status;

BEGIN;

-- The enum eu.status loses the value 'gone'.
-- The migration fails where a column of type eu.status still holds the value 'gone'. Give these rows another value first.
ALTER TYPE eu.status RENAME TO status_plumb_old;

CREATE TYPE eu.status AS ENUM (
  'new',
  'old'
);

-- eu.orders is written anew while nobody can read or write it: status moves to the new type eu.status.
ALTER TABLE eu.orders ALTER COLUMN status TYPE eu.status USING status::text::eu.status;

ALTER TABLE eu.orders ALTER COLUMN status SET DEFAULT 'new'::eu.status;

DROP TYPE eu.status_plumb_old;

COMMIT;

-- Reads eu.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_status ON eu.orders (status);
