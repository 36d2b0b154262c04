CREATE TYPE public.yearrange;

CREATE FUNCTION public.yearrange_canonical(public.yearrange)
  RETURNS public.yearrange
  LANGUAGE internal IMMUTABLE STRICT
AS $function$int4range_canonical$function$;

CREATE TYPE public.yearrange AS RANGE (
  SUBTYPE = integer,
  CANONICAL = public.yearrange_canonical,
  SUBTYPE_DIFF = int4range_subdiff,
  MULTIRANGE_TYPE_NAME = public.yearmultirange
);

ALTER TABLE public.t ADD COLUMN years public.yearrange;

-- down

-- The column public.t.years is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN years;

DROP TYPE public.yearrange CASCADE;
