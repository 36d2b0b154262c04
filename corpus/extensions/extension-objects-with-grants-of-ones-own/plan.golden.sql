REVOKE EXECUTE ON FUNCTION public.gen_salt(text) FROM PUBLIC;

REVOKE SELECT ON TABLE public.pg_stat_statements FROM PUBLIC;

GRANT SELECT ON TABLE public.pg_stat_statements TO reader;

REVOKE SELECT ON TABLE public.pg_stat_statements FROM anon;

-- down

GRANT SELECT ON TABLE public.pg_stat_statements TO anon;

GRANT EXECUTE ON FUNCTION public.gen_salt(text) TO PUBLIC;

GRANT SELECT ON TABLE public.pg_stat_statements TO PUBLIC;

REVOKE SELECT ON TABLE public.pg_stat_statements FROM reader;
