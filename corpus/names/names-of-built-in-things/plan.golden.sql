BEGIN;

CREATE TYPE public.date AS (
  y integer,
  m integer
);

ALTER TABLE public.pg_stuff ADD COLUMN d public.date;

ALTER TABLE public.pg_stuff ADD COLUMN e date;

ALTER TABLE public.pg_stuff ADD COLUMN low2 text DEFAULT lower('X'::text);

-- public.text is written anew while nobody can read or write it: public.text."int" changes from text to integer.
-- The migration fails where public.text."int" holds a value that can't be converted to integer.
ALTER TABLE public.text ALTER COLUMN "int" TYPE integer USING "int"::integer;

ALTER TABLE public.text ADD COLUMN "timestamp" timestamp without time zone;

ALTER TABLE public.text ADD COLUMN "user" text DEFAULT CURRENT_USER;

CREATE FUNCTION public.lower(text)
  RETURNS text
  LANGUAGE sql IMMUTABLE
RETURN 'mine'::text;

ALTER TABLE public.pg_stuff ADD COLUMN low text DEFAULT public.lower('X'::text);

CREATE FUNCTION public.now()
  RETURNS timestamp with time zone
  LANGUAGE sql STABLE
RETURN '2000-01-01 00:00:00+00'::timestamp with time zone;

ALTER TABLE public.pg_stuff ADD COLUMN at timestamp with time zone DEFAULT public.now();

COMMIT;

-- Reads public.pg_stuff twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY pg_stuff_low ON public.pg_stuff (public.lower(low), lower(low2));

-- down

BEGIN;

-- public.text is written anew while nobody can read or write it: public.text."int" changes from integer to text.
ALTER TABLE public.text ALTER COLUMN "int" TYPE text;

-- The column public.pg_stuff.at is dropped with all that it holds.
ALTER TABLE public.pg_stuff DROP COLUMN at;

DROP FUNCTION public.now();

-- The column public.pg_stuff.d is dropped with all that it holds.
ALTER TABLE public.pg_stuff DROP COLUMN d;

-- The column public.pg_stuff.e is dropped with all that it holds.
ALTER TABLE public.pg_stuff DROP COLUMN e;

-- The column public.text."timestamp" is dropped with all that it holds.
ALTER TABLE public.text DROP COLUMN "timestamp";

-- The column public.text."user" is dropped with all that it holds.
ALTER TABLE public.text DROP COLUMN "user";

DROP TYPE public.date;

COMMIT;

DROP INDEX CONCURRENTLY public.pg_stuff_low;

BEGIN;

-- The column public.pg_stuff.low is dropped with all that it holds.
ALTER TABLE public.pg_stuff DROP COLUMN low;

DROP FUNCTION public.lower(text);

-- The column public.pg_stuff.low2 is dropped with all that it holds.
ALTER TABLE public.pg_stuff DROP COLUMN low2;

COMMIT;
