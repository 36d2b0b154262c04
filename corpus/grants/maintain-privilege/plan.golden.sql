GRANT MAINTAIN ON TABLE public.m TO reader;

-- writer loses MAINTAIN on TABLE public.m.
REVOKE MAINTAIN ON TABLE public.m FROM writer;

-- reader loses MAINTAIN on TABLE public.t.
REVOKE MAINTAIN ON TABLE public.t FROM reader;

-- down

GRANT MAINTAIN ON TABLE public.m TO writer;

GRANT MAINTAIN ON TABLE public.t TO reader;

-- reader loses MAINTAIN on TABLE public.m.
REVOKE MAINTAIN ON TABLE public.m FROM reader;
