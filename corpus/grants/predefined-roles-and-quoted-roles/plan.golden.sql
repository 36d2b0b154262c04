GRANT SELECT, INSERT ON TABLE public.t TO "Report User";

GRANT SELECT ON TABLE public.t TO pg_monitor;

-- pg_read_all_data loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM pg_read_all_data;

-- down

GRANT SELECT ON TABLE public.t TO pg_read_all_data;

-- "Report User" loses SELECT, INSERT on TABLE public.t.
REVOKE SELECT, INSERT ON TABLE public.t FROM "Report User";

-- pg_monitor loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM pg_monitor;
