DROP VIEW public.clicks;

DROP FUNCTION public.read_counter(text);

-- public.counters is written anew while nobody can read or write it: public.counters.n changes from integer to bigint.
ALTER TABLE public.counters ALTER COLUMN n TYPE bigint;

CREATE FUNCTION public.read_counter(c text)
  RETURNS bigint
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT counters.n
    FROM public.counters
   WHERE (counters.name = read_counter.c);
END;

CREATE VIEW public.clicks AS
SELECT public.read_counter('clicks'::text) AS n;

-- down

DROP VIEW public.clicks;

DROP FUNCTION public.read_counter(text);

-- public.counters is written anew while nobody can read or write it: public.counters.n changes from bigint to integer.
-- public.counters.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.counters.n holds a value that can't be converted to integer.
ALTER TABLE public.counters ALTER COLUMN n TYPE integer;

CREATE FUNCTION public.read_counter(c text)
  RETURNS integer
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT counters.n
    FROM public.counters
   WHERE (counters.name = read_counter.c);
END;

CREATE VIEW public.clicks AS
SELECT public.read_counter('clicks'::text) AS n;
