DROP INDEX CONCURRENTLY public.prices_cents;

BEGIN;

ALTER TABLE public.prices DROP COLUMN cents;

DROP FUNCTION public.cents(numeric);

CREATE FUNCTION public.cents(n numeric)
  RETURNS bigint
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT (n * 100)::bigint $function$;

-- public.prices is written anew while nobody can read or write it: each row gets its own value of cents.
ALTER TABLE public.prices ADD COLUMN cents bigint GENERATED ALWAYS AS (public.cents(price)) STORED;

COMMIT;

-- Reads public.prices twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY prices_cents ON public.prices (cents);

-- down

DROP INDEX CONCURRENTLY public.prices_cents;

BEGIN;

ALTER TABLE public.prices DROP COLUMN cents;

DROP FUNCTION public.cents(numeric);

CREATE FUNCTION public.cents(n numeric)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT (n * 100)::int $function$;

-- public.prices is written anew while nobody can read or write it: each row gets its own value of cents.
ALTER TABLE public.prices ADD COLUMN cents integer GENERATED ALWAYS AS (public.cents(price)) STORED;

COMMIT;

-- Reads public.prices twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY prices_cents ON public.prices (cents);
