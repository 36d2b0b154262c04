BEGIN;

ALTER TABLE public.t ADD CONSTRAINT b_positive CHECK (b > 0) NOT VALID;

ALTER TABLE public.t DROP CONSTRAINT c_positive, ADD CONSTRAINT c_positive CHECK (c > 0) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break a_positive. To find them: SELECT * FROM public.t WHERE NOT (a > 0)
ALTER TABLE public.t VALIDATE CONSTRAINT a_positive;

-- down

ALTER TABLE public.t DROP CONSTRAINT a_positive, ADD CONSTRAINT a_positive CHECK (a > 0) NOT VALID;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break c_positive. To find them: SELECT * FROM public.t WHERE NOT (c > 0)
ALTER TABLE public.t VALIDATE CONSTRAINT c_positive;

ALTER TABLE public.t DROP CONSTRAINT b_positive;
