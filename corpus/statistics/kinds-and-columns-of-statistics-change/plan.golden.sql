DROP STATISTICS public.s1;

CREATE STATISTICS public.s1 (ndistinct, dependencies) ON a, b FROM public.t;

COMMENT ON STATISTICS public.s1 IS 'kept';

DROP STATISTICS public.s2;

CREATE STATISTICS public.s2 ON a, b, c FROM public.t;

ALTER STATISTICS public.s2 SET STATISTICS 0;

-- down

DROP STATISTICS public.s1;

CREATE STATISTICS public.s1 (ndistinct) ON a, b FROM public.t;

COMMENT ON STATISTICS public.s1 IS 'kept';

DROP STATISTICS public.s2;

CREATE STATISTICS public.s2 ON a, b FROM public.t;

ALTER STATISTICS public.s2 SET STATISTICS 100;
