BEGIN;

ALTER TABLE public.t ADD COLUMN r integer;

ALTER TABLE public.t DROP CONSTRAINT a_small, ADD CONSTRAINT a_small CHECK (a < 10) NOT ENFORCED;

ALTER TABLE public.t ADD CONSTRAINT b_small_plumb_new CHECK (b < 10) NOT VALID;

ALTER TABLE public.t ALTER CONSTRAINT p_fkey NOT ENFORCED;

-- Nobody can write to public.t or public.parents while the rows of public.t are checked.
-- Fails if rows of public.t refer to nothing by q_fkey. To find them: SELECT * FROM public.t AS c WHERE c.q IS NOT NULL AND NOT EXISTS (SELECT FROM public.parents AS p WHERE p.id = c.q)
ALTER TABLE public.t ALTER CONSTRAINT q_fkey ENFORCED;

ALTER TABLE public.t ADD CONSTRAINT t_r_fkey FOREIGN KEY (r) REFERENCES public.parents (id) ON DELETE CASCADE NOT ENFORCED;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break b_small. To find them: SELECT * FROM public.t WHERE NOT (b < 10)
ALTER TABLE public.t VALIDATE CONSTRAINT b_small_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT b_small;

ALTER TABLE public.t RENAME CONSTRAINT b_small_plumb_new TO b_small;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT a_small_plumb_new CHECK (a < 10) NOT VALID;

ALTER TABLE public.t DROP CONSTRAINT b_small, ADD CONSTRAINT b_small CHECK (b < 10) NOT ENFORCED;

-- Nobody can write to public.t or public.parents while the rows of public.t are checked.
-- Fails if rows of public.t refer to nothing by p_fkey. To find them: SELECT * FROM public.t AS c WHERE c.p IS NOT NULL AND NOT EXISTS (SELECT FROM public.parents AS p WHERE p.id = c.p)
ALTER TABLE public.t ALTER CONSTRAINT p_fkey ENFORCED;

ALTER TABLE public.t ALTER CONSTRAINT q_fkey NOT ENFORCED;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break a_small. To find them: SELECT * FROM public.t WHERE NOT (a < 10)
ALTER TABLE public.t VALIDATE CONSTRAINT a_small_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT a_small;

ALTER TABLE public.t RENAME CONSTRAINT a_small_plumb_new TO a_small;

ALTER TABLE public.t DROP CONSTRAINT t_r_fkey;

-- The column public.t.r is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN r;

COMMIT;
