DROP FUNCTION public.recent_ids();

CREATE FUNCTION public.recent_ids()
  RETURNS SETOF integer
  LANGUAGE sql STABLE ROWS 5
AS $function$ SELECT generate_series(1, 5) $function$;

DROP FUNCTION public.rows_of();

CREATE FUNCTION public.rows_of()
  RETURNS TABLE(n integer, t text)
  LANGUAGE sql STABLE
AS $function$ SELECT 1, 'a'::text $function$;

-- down

DROP FUNCTION public.recent_ids();

CREATE FUNCTION public.recent_ids()
  RETURNS integer
  LANGUAGE sql STABLE
AS $function$ SELECT 1 $function$;

DROP FUNCTION public.rows_of();

CREATE FUNCTION public.rows_of()
  RETURNS SETOF record
  LANGUAGE sql STABLE
AS $function$ SELECT 1, 'a'::text $function$;
