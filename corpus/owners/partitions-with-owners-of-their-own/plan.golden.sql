-- The owner of TABLE public.logs_a changes: who could change it, and whose rights it runs with.
ALTER TABLE public.logs_a OWNER TO app_owner;

-- The owner of TABLE public.logs_b changes: who could change it, and whose rights it runs with.
ALTER TABLE public.logs_b OWNER TO auditor;

GRANT SELECT ON TABLE public.logs_b TO reader;

-- down

-- reader loses SELECT on TABLE public.logs_b.
REVOKE SELECT ON TABLE public.logs_b FROM reader;

-- The owner of TABLE public.logs_a changes: who could change it, and whose rights it runs with.
ALTER TABLE public.logs_a OWNER TO CURRENT_USER;

-- The owner of TABLE public.logs_b changes: who could change it, and whose rights it runs with.
ALTER TABLE public.logs_b OWNER TO CURRENT_USER;
