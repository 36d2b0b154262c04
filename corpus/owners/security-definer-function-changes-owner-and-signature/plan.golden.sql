DROP FUNCTION public.admin_only(integer);

CREATE FUNCTION public.admin_only(b integer)
  RETURNS bigint
  LANGUAGE sql SECURITY DEFINER
AS $function$ SELECT 1::bigint $function$;

ALTER FUNCTION public.admin_only(integer) OWNER TO migrator;

REVOKE EXECUTE ON FUNCTION public.admin_only(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.admin_only(integer) TO support;

-- down

DROP FUNCTION public.admin_only(integer);

CREATE FUNCTION public.admin_only(a integer)
  RETURNS integer
  LANGUAGE sql SECURITY DEFINER
AS $function$ SELECT 1 $function$;

ALTER FUNCTION public.admin_only(integer) OWNER TO app_owner;

REVOKE EXECUTE ON FUNCTION public.admin_only(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.admin_only(integer) TO support;
