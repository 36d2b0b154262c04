CREATE SCHEMA private;

CREATE FUNCTION private.is_admin()
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path TO ''
AS $function$ SELECT pg_has_role('app_owner', 'MEMBER') $function$;

-- The policy admins decides which rows of public.settings PUBLIC may read and write.
ALTER POLICY admins ON public.settings
  USING (private.is_admin());

DROP FUNCTION public.is_admin();

-- down

CREATE FUNCTION public.is_admin()
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
AS $function$ SELECT pg_has_role('app_owner', 'MEMBER') $function$;

-- The policy admins decides which rows of public.settings PUBLIC may read and write.
ALTER POLICY admins ON public.settings
  USING (public.is_admin());

DROP FUNCTION private.is_admin();

DROP SCHEMA private;
