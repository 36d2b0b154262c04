CREATE EXTENSION cube SCHEMA public;

CREATE EXTENSION earthdistance SCHEMA public;

CREATE FUNCTION public.near(a public.earth, b public.earth)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT earth_distance(a, b) < 1000 $function$;

CREATE OR REPLACE FUNCTION public.same(a public.citext, b public.citext)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a = b AND a IS NOT NULL $function$;

-- down

CREATE OR REPLACE FUNCTION public.same(a public.citext, b public.citext)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a = b $function$;

DROP FUNCTION public.near(public.earth, public.earth);

DROP EXTENSION earthdistance;

DROP EXTENSION cube;
