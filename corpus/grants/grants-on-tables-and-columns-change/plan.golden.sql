GRANT REFERENCES (id) ON TABLE public.t TO "Report User" WITH GRANT OPTION;

-- reader loses INSERT on TABLE public.t.
REVOKE INSERT ON TABLE public.t FROM reader;

GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION;

GRANT UPDATE ("C d") ON TABLE public.t TO support;

-- support loses UPDATE on the column a of TABLE public.t.
REVOKE UPDATE (a) ON TABLE public.t FROM support;

GRANT SELECT (a) ON TABLE public.t TO support;

-- writer loses INSERT, REFERENCES, TRIGGER, MAINTAIN on TABLE public.t.
REVOKE INSERT, REFERENCES, TRIGGER, MAINTAIN ON TABLE public.t FROM writer;

-- PUBLIC loses SELECT on the column id of TABLE public.t.
REVOKE SELECT (id) ON TABLE public.t FROM PUBLIC;

GRANT SELECT ON TABLE public.t TO PUBLIC;

-- down

REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM reader;

GRANT INSERT ON TABLE public.t TO reader;

-- support loses SELECT on the column a of TABLE public.t.
REVOKE SELECT (a) ON TABLE public.t FROM support;

GRANT UPDATE (a) ON TABLE public.t TO support;

GRANT INSERT, REFERENCES, TRIGGER, MAINTAIN ON TABLE public.t TO writer;

-- "Report User" loses REFERENCES on the column id of TABLE public.t.
REVOKE REFERENCES (id) ON TABLE public.t FROM "Report User";

-- PUBLIC loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM PUBLIC;

GRANT SELECT (id) ON TABLE public.t TO PUBLIC;

-- support loses UPDATE on the column "C d" of TABLE public.t.
REVOKE UPDATE ("C d") ON TABLE public.t FROM support;
