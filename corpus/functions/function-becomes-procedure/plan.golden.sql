DROP FUNCTION public.cleanup(integer);

CREATE PROCEDURE public.cleanup(days integer)
  LANGUAGE sql
AS $procedure$ SELECT 1 $procedure$;

COMMENT ON PROCEDURE public.cleanup(integer) IS 'Nightly';

GRANT EXECUTE ON PROCEDURE public.cleanup(integer) TO app_owner;

-- down

DROP PROCEDURE public.cleanup(integer);

CREATE FUNCTION public.cleanup(days integer)
  RETURNS void
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

COMMENT ON FUNCTION public.cleanup(integer) IS 'Nightly';

GRANT EXECUTE ON FUNCTION public.cleanup(integer) TO app_owner;
