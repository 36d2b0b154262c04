CREATE FUNCTION public.z_last(n integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT n + 1 $function$;

CREATE FUNCTION public.m_mid(n integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT z_last(n) * 2 $function$;

CREATE FUNCTION public.a_first(n integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT m_mid(n) + z_last(n) $function$;

CREATE VIEW public."0_view" AS
SELECT public.a_first(id) AS x
   FROM public.t;

-- down

DROP VIEW public."0_view";

DROP FUNCTION public.a_first(integer);

DROP FUNCTION public.m_mid(integer);

DROP FUNCTION public.z_last(integer);
