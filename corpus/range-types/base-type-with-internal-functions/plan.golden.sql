CREATE TYPE public.cents;

CREATE FUNCTION public.cents_in(cstring)
  RETURNS public.cents
  LANGUAGE internal IMMUTABLE STRICT
AS $function$int4in$function$;

CREATE FUNCTION public.cents_out(public.cents)
  RETURNS cstring
  LANGUAGE internal IMMUTABLE STRICT
AS $function$int4out$function$;

CREATE TYPE public.cents (
  INPUT = public.cents_in,
  OUTPUT = public.cents_out,
  INTERNALLENGTH = 4,
  PASSEDBYVALUE = true,
  ALIGNMENT = int4,
  CATEGORY = 'N',
  DEFAULT = '0',
  STORAGE = plain
);

ALTER TABLE public.t ADD COLUMN price public.cents;

CREATE CAST (public.cents AS integer) WITHOUT FUNCTION AS IMPLICIT;

-- down

DROP CAST (public.cents AS integer);

-- The column public.t.price is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN price;

DROP TYPE public.cents CASCADE;
