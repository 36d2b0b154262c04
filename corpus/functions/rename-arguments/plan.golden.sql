CREATE OR REPLACE FUNCTION public.total(x integer, y integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT x + y $function$;

DROP VIEW public.from_origin;

DROP FUNCTION public.distance(point, point);

CREATE FUNCTION public.distance(origin point, target point)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT origin <-> target $function$;

CREATE VIEW public.from_origin AS
SELECT public.distance(target => point((1)::double precision, (1)::double precision), origin => point((0)::double precision, (0)::double precision)) AS d;

-- down

DROP VIEW public.from_origin;

DROP FUNCTION public.distance(point, point);

CREATE FUNCTION public.distance(a point, b point)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a <-> b $function$;

CREATE VIEW public.from_origin AS
SELECT public.distance(b => point((1)::double precision, (1)::double precision), a => point((0)::double precision, (0)::double precision)) AS d;

DROP FUNCTION public.total(integer, integer);

CREATE FUNCTION public.total(integer, integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT $1 + $2 $function$;
