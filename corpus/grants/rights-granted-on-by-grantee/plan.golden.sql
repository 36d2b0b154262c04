GRANT SELECT ON TABLE public.t TO writer WITH GRANT OPTION;

-- reader loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM reader;

-- Granted by writer, who may act for others here.
DO $$
DECLARE
  me text := pg_catalog.current_setting('role');
BEGIN
  SET LOCAL ROLE writer;
  GRANT SELECT ON TABLE public.t TO reader;
  PERFORM pg_catalog.set_config('role', me, true);
END
$$;

-- down

-- Granted by writer, who may act for others here.
-- reader loses SELECT on TABLE public.t.
DO $$
DECLARE
  me text := pg_catalog.current_setting('role');
BEGIN
  SET LOCAL ROLE writer;
  REVOKE SELECT ON TABLE public.t FROM reader;
  PERFORM pg_catalog.set_config('role', me, true);
END
$$;

GRANT SELECT ON TABLE public.t TO reader;

-- writer loses SELECT on TABLE public.t.
REVOKE SELECT ON TABLE public.t FROM writer;
