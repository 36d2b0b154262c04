BEGIN;

ALTER TABLE public.t ADD COLUMN name public.citext;

ALTER TABLE public.t ADD CONSTRAINT short CHECK (public.citext_len(name) < 100) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break short. To find them: SELECT * FROM public.t WHERE NOT (public.citext_len(name) < 100)
ALTER TABLE public.t VALIDATE CONSTRAINT short;

-- down

ALTER TABLE public.t DROP CONSTRAINT short;

-- The column public.t.name is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN name;
