-- The owner of FUNCTION public.f() changes: who could change it, and whose rights it runs with.
ALTER FUNCTION public.f() OWNER TO app_owner;

-- The owner of TABLE public.t changes: who could change it, and whose rights it runs with.
ALTER TABLE public.t OWNER TO app_owner;

GRANT EXECUTE ON FUNCTION public.f() TO reader;

-- down

-- The owner of TABLE public.t changes: who could change it, and whose rights it runs with.
ALTER TABLE public.t OWNER TO writer;

-- reader loses EXECUTE on FUNCTION public.f().
REVOKE EXECUTE ON FUNCTION public.f() FROM reader;

-- The owner of FUNCTION public.f() changes: who could change it, and whose rights it runs with.
ALTER FUNCTION public.f() OWNER TO CURRENT_USER;
