BEGIN;

CREATE TYPE public.address AS (
  street text,
  zip character varying(10),
  city text COLLATE "C"
);

ALTER TABLE public.shops ADD COLUMN address public.address;

ALTER TABLE public.shops ADD COLUMN branches public.address[];

CREATE FUNCTION public.label(a public.address)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a.street || ', ' || a.city $function$;

COMMENT ON COLUMN public.address.zip IS 'With letters in some countries';

COMMENT ON TYPE public.address IS 'Postal';

COMMIT;

-- Reads public.shops twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY shops_city ON public.shops (((address).city));

-- down

BEGIN;

DROP FUNCTION public.label(public.address);

-- The column public.shops.branches is dropped with all that it holds.
ALTER TABLE public.shops DROP COLUMN branches;

COMMIT;

DROP INDEX CONCURRENTLY public.shops_city;

BEGIN;

-- The column public.shops.address is dropped with all that it holds.
ALTER TABLE public.shops DROP COLUMN address;

DROP TYPE public.address;

COMMIT;
