BEGIN;

-- a.t is written anew while nobody can read or write it: a.t.k changes from a.kind to b.kind.
-- The migration fails where a.t.k holds a value that can't be converted to b.kind.
ALTER TABLE a.t ALTER COLUMN k TYPE b.kind USING k::text::b.kind;

CREATE OR REPLACE VIEW a.v AS
SELECT id
   FROM a.t;

COMMIT;

ALTER TYPE a.kind ADD VALUE 'y';

-- b.t is written anew while nobody can read or write it: b.t.k changes from b.kind to a.kind.
-- The migration fails where b.t.k holds a value that can't be converted to a.kind.
ALTER TABLE b.t ALTER COLUMN k TYPE a.kind USING k::text::a.kind;

-- Reads b.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_k_plumb_new ON b.t (k DESC);

DROP INDEX CONCURRENTLY b.t_k;

ALTER INDEX b.t_k_plumb_new RENAME TO t_k;

-- down

BEGIN;

-- The enum a.kind loses the value 'y'.
-- The migration fails where a column of type a.kind still holds the value 'y'. Give these rows another value first.
ALTER TYPE a.kind RENAME TO kind_plumb_old;

CREATE TYPE a.kind AS ENUM (
  'x'
);

-- a.t is written anew while nobody can read or write it: a.t.k changes from b.kind to a.kind.
-- The migration fails where a.t.k holds a value that can't be converted to a.kind.
ALTER TABLE a.t ALTER COLUMN k TYPE a.kind USING k::text::a.kind;

-- b.t is written anew while nobody can read or write it: b.t.k changes from a.kind to b.kind.
-- The migration fails where b.t.k holds a value that can't be converted to b.kind.
ALTER TABLE b.t ALTER COLUMN k TYPE b.kind USING k::text::b.kind;

CREATE OR REPLACE VIEW a.v AS
SELECT id
   FROM b.t;

COMMIT;

-- Reads b.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_k_plumb_new ON b.t (k);

DROP INDEX CONCURRENTLY b.t_k;

BEGIN;

ALTER INDEX b.t_k_plumb_new RENAME TO t_k;

DROP TYPE a.kind_plumb_old;

COMMIT;
