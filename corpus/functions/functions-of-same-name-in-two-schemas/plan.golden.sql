DROP VIEW public.v;

DROP FUNCTION a.f(integer);

CREATE FUNCTION a.f(integer)
  RETURNS text
  LANGUAGE sql
AS $function$ SELECT 'a' $function$;

CREATE VIEW public.v AS
SELECT a.f(1) AS x,
    b.f(1) AS y;

-- down

DROP VIEW public.v;

DROP FUNCTION a.f(integer);

CREATE FUNCTION a.f(integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

CREATE VIEW public.v AS
SELECT a.f(1) AS x,
    b.f(1) AS y;
