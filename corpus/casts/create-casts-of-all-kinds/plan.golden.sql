CREATE FUNCTION public.to_euros(c public.cents)
  RETURNS public.euros
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT ROW(c.n / 100.0)::euros $function$;

CREATE CAST (character varying AS public.colour) WITH INOUT AS ASSIGNMENT;

CREATE CAST (public.cents AS public.euros) WITH FUNCTION public.to_euros(public.cents) AS IMPLICIT;

COMMENT ON CAST (public.cents AS public.euros) IS 'By 100';

DROP CAST (public.colour AS text);

-- down

CREATE CAST (public.colour AS text) WITH INOUT AS ASSIGNMENT;

DROP CAST (character varying AS public.colour);

DROP CAST (public.cents AS public.euros);

DROP FUNCTION public.to_euros(public.cents);
