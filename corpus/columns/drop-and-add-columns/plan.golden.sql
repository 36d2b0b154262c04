ALTER TABLE public.t ADD COLUMN e uuid;

ALTER TABLE public.t ADD COLUMN f interval DEFAULT '1 day'::interval;

-- The column public.t.a is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN a;

-- The column public.t.c is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN c;

-- down

ALTER TABLE public.t ADD COLUMN a integer;

ALTER TABLE public.t ADD COLUMN c date;

-- The column public.t.e is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN e;

-- The column public.t.f is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN f;
