BEGIN;

ALTER TABLE public.items ADD COLUMN ref integer;

CREATE VIEW public.both_items AS
SELECT a.id,
    b.ref
   FROM (app.items a
     JOIN public.items b ON ((a.id = b.ref)));

ALTER TABLE public.items ADD CONSTRAINT items_ref_fkey FOREIGN KEY (ref) REFERENCES app.items (id) NOT VALID;

COMMIT;

-- Reads all of public.items while others go on reading and writing it.
-- Fails if rows of public.items refer to nothing by items_ref_fkey. To find them: SELECT * FROM public.items AS c WHERE c.ref IS NOT NULL AND NOT EXISTS (SELECT FROM app.items AS p WHERE p.id = c.ref)
ALTER TABLE public.items VALIDATE CONSTRAINT items_ref_fkey;

ALTER TYPE app.level ADD VALUE 'mid' AFTER 'low';

ALTER TABLE app.items ADD CONSTRAINT items_level_check CHECK (level <> 'high'::app.level) NOT VALID;

-- Reads all of app.items while others go on reading and writing it.
-- Fails if rows of app.items break items_level_check. To find them: SELECT * FROM app.items WHERE NOT (level <> 'high'::app.level)
ALTER TABLE app.items VALIDATE CONSTRAINT items_level_check;

-- Reads app.items twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY high_items ON app.items (id) WHERE app.is_high(level);

-- down

BEGIN;

ALTER TABLE app.items DROP CONSTRAINT items_level_check;

ALTER TABLE public.items DROP CONSTRAINT items_ref_fkey;

DROP VIEW public.both_items;

ALTER TABLE app.items ALTER COLUMN level DROP DEFAULT;

-- The column public.items.ref is dropped with all that it holds.
ALTER TABLE public.items DROP COLUMN ref;

COMMIT;

DROP INDEX CONCURRENTLY app.high_items;

BEGIN;

DROP FUNCTION app.is_high(app.level);

-- The enum app.level loses the value 'mid'.
-- The migration fails where a column of type app.level still holds the value 'mid'. Give these rows another value first.
ALTER TYPE app.level RENAME TO level_plumb_old;

CREATE TYPE app.level AS ENUM (
  'low',
  'high'
);

-- app.items is written anew while nobody can read or write it: level moves to the new type app.level.
ALTER TABLE app.items ALTER COLUMN level TYPE app.level USING level::text::app.level;

ALTER TABLE app.items ALTER COLUMN level SET DEFAULT 'low'::app.level;

CREATE FUNCTION app.is_high(app.level)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
RETURN ($1 = 'high'::app.level);

DROP TYPE app.level_plumb_old;

COMMIT;
