DROP AGGREGATE public.largest(integer);

CREATE FUNCTION public.largest(integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT $1 $function$;

-- down

DROP FUNCTION public.largest(integer);

CREATE AGGREGATE public.largest(integer) (
  SFUNC = int4larger,
  STYPE = integer
);
