CREATE FUNCTION public.bump(INOUT counter integer, by integer DEFAULT 1)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT counter + by $function$;

CREATE OR REPLACE FUNCTION public.single()
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT 1 $function$;

DROP FUNCTION public.bump(integer);

DROP FUNCTION public.minmax(integer[]);

CREATE FUNCTION public.minmax(integer[], OUT lo integer, OUT hi integer, OUT n bigint)
  RETURNS record
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT min(x), max(x), count(*) FROM unnest($1) x $function$;

-- down

CREATE FUNCTION public.bump(INOUT n integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT n + 1 $function$;

CREATE OR REPLACE FUNCTION public.single(OUT n integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT 1 $function$;

DROP FUNCTION public.bump(integer, integer);

DROP FUNCTION public.minmax(integer[]);

CREATE FUNCTION public.minmax(integer[], OUT lo integer, OUT hi integer)
  RETURNS record
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT min(x), max(x) FROM unnest($1) x $function$;
