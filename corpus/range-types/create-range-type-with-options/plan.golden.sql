BEGIN;

CREATE TYPE public.textrange AS RANGE (
  SUBTYPE = text,
  SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
  COLLATION = "C",
  MULTIRANGE_TYPE_NAME = public.textmultirange
);

ALTER TABLE public.shifts ADD COLUMN words public.textrange;

CREATE FUNCTION public.time_diff(a time without time zone, b time without time zone)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE STRICT
AS $function$ SELECT extract(epoch FROM a - b)::float8 $function$;

CREATE TYPE public.timerange AS RANGE (
  SUBTYPE = time without time zone,
  SUBTYPE_DIFF = public.time_diff,
  MULTIRANGE_TYPE_NAME = public.time_ranges
);

ALTER TABLE public.shifts ADD COLUMN during public.timerange;

ALTER TABLE public.shifts ADD COLUMN pauses public.time_ranges DEFAULT '{}'::public.time_ranges;

COMMENT ON TYPE public.timerange IS 'Within a day';

GRANT USAGE ON TYPE public.timerange TO reader;

COMMIT;

-- Reads public.shifts twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY shifts_during ON public.shifts USING gist (during);

-- down

BEGIN;

-- The column public.shifts.pauses is dropped with all that it holds.
ALTER TABLE public.shifts DROP COLUMN pauses;

-- The column public.shifts.words is dropped with all that it holds.
ALTER TABLE public.shifts DROP COLUMN words;

DROP TYPE public.textrange;

COMMIT;

DROP INDEX CONCURRENTLY public.shifts_during;

BEGIN;

-- The column public.shifts.during is dropped with all that it holds.
ALTER TABLE public.shifts DROP COLUMN during;

DROP TYPE public.timerange;

DROP FUNCTION public.time_diff(time without time zone, time without time zone);

COMMIT;
