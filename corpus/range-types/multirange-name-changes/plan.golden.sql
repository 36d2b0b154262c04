DROP FUNCTION public.width(public.pricerange);

ALTER FUNCTION public.pricerange(numeric, numeric) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.pricerange(numeric, numeric, text) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.pricemultirange() RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.pricemultirange(public.pricerange) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.pricemultirange(public.pricerange[]) RENAME TO pricerange_plumb_old;

ALTER TYPE public.pricemultirange RENAME TO pricerange_plumb_old_m;

ALTER TYPE public.pricerange RENAME TO pricerange_plumb_old;

CREATE TYPE public.pricerange AS RANGE (
  SUBTYPE = numeric,
  MULTIRANGE_TYPE_NAME = public.price_ranges
);

CREATE FUNCTION public.gaps(r public.price_ranges)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT 0 $function$;

CREATE FUNCTION public.width(r public.pricerange)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT upper(r) - lower(r) $function$;

DROP TYPE public.pricerange_plumb_old;

-- down

DROP FUNCTION public.gaps(public.price_ranges);

DROP FUNCTION public.width(public.pricerange);

ALTER FUNCTION public.pricerange(numeric, numeric) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.pricerange(numeric, numeric, text) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.price_ranges() RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.price_ranges(public.pricerange) RENAME TO pricerange_plumb_old;

ALTER FUNCTION public.price_ranges(public.pricerange[]) RENAME TO pricerange_plumb_old;

ALTER TYPE public.price_ranges RENAME TO pricerange_plumb_old_m;

ALTER TYPE public.pricerange RENAME TO pricerange_plumb_old;

CREATE TYPE public.pricerange AS RANGE (
  SUBTYPE = numeric,
  MULTIRANGE_TYPE_NAME = public.pricemultirange
);

CREATE FUNCTION public.width(r public.pricerange)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT upper(r) - lower(r) $function$;

DROP TYPE public.pricerange_plumb_old;
