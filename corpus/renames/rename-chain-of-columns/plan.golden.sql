BEGIN;

-- Whatever still says public.t.b fails from here on: it is called public.t.c.
ALTER TABLE public.t RENAME COLUMN b TO c;

-- Whatever still says public.t.a fails from here on: it is called public.t.b.
ALTER TABLE public.t RENAME COLUMN a TO b;

COMMIT;

ALTER TABLE public.t ADD COLUMN a integer;

-- down

-- The column public.t.a is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN a;

BEGIN;

-- Whatever still says public.t.b fails from here on: it is called public.t.a.
ALTER TABLE public.t RENAME COLUMN b TO a;

-- Whatever still says public.t.c fails from here on: it is called public.t.b.
ALTER TABLE public.t RENAME COLUMN c TO b;

COMMIT;
