CREATE DOMAIN public.good_span AS public.span
  CONSTRAINT ordered CHECK (((VALUE).lo <= (VALUE).hi));

ALTER TABLE public.t ADD COLUMN span public.good_span;

CREATE FUNCTION public.width(s public.good_span)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT (s).hi - (s).lo $function$;

-- down

DROP FUNCTION public.width(public.good_span);

-- The column public.t.span is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN span;

DROP DOMAIN public.good_span;
