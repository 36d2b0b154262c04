DROP STATISTICS public.s;

DROP FUNCTION public.bucket(integer);

CREATE FUNCTION public.bucket(n integer)
  RETURNS bigint
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT n / 100::bigint $function$;

CREATE STATISTICS public.s ON (public.bucket(n)) FROM public.t;

-- down

DROP STATISTICS public.s;

DROP FUNCTION public.bucket(integer);

CREATE FUNCTION public.bucket(n integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT n / 10 $function$;

CREATE STATISTICS public.s ON (public.bucket(n)) FROM public.t;
