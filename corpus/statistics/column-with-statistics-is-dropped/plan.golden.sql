DROP STATISTICS stats.ab;

DROP STATISTICS stats.abc;

-- The column public.t.b is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN b;

CREATE STATISTICS stats.abc ON a, c FROM public.t;

ALTER STATISTICS stats.abc OWNER TO app_owner;

-- down

ALTER TABLE public.t ADD COLUMN b integer;

CREATE STATISTICS stats.ab ON a, b FROM public.t;

DROP STATISTICS stats.abc;

CREATE STATISTICS stats.abc ON a, b, c FROM public.t;
