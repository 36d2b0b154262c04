-- PUBLIC loses EXECUTE on FUNCTION public.admin_reset().
REVOKE EXECUTE ON FUNCTION public.admin_reset() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.admin_reset() TO service_role WITH GRANT OPTION;

GRANT EXECUTE ON FUNCTION public.ping() TO PUBLIC;

-- down

-- PUBLIC loses EXECUTE on FUNCTION public.ping().
REVOKE EXECUTE ON FUNCTION public.ping() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.admin_reset() TO PUBLIC;

-- service_role loses EXECUTE on FUNCTION public.admin_reset().
REVOKE EXECUTE ON FUNCTION public.admin_reset() FROM service_role;
