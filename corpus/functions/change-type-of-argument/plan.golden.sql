CREATE FUNCTION public.twice(n bigint)
  RETURNS bigint
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT n * 2 $function$;

DROP FUNCTION public.four_times(integer);

CREATE FUNCTION public.four_times(n integer)
  RETURNS bigint
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT twice(twice(n)) $function$;

DROP FUNCTION public.twice(integer);

-- down

CREATE FUNCTION public.twice(n integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT n * 2 $function$;

DROP FUNCTION public.four_times(integer);

CREATE FUNCTION public.four_times(n integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT twice(twice(n)) $function$;

DROP FUNCTION public.twice(bigint);
