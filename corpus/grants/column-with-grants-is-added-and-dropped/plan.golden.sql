ALTER TABLE public.t ADD COLUMN new_secret text;

-- The column public.t.old_secret is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN old_secret;

GRANT UPDATE (new_secret) ON TABLE public.t TO reader;

-- down

ALTER TABLE public.t ADD COLUMN old_secret text;

-- The column public.t.new_secret is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN new_secret;

GRANT SELECT (old_secret) ON TABLE public.t TO reader;
