BEGIN;

ALTER TABLE public.people ADD CONSTRAINT age_range_plumb_new CHECK ((age >= 0) AND (age <= 150)) NOT VALID;

ALTER TABLE public.people ADD CONSTRAINT people_kind_check_plumb_new CHECK (kind = ANY (ARRAY['a'::text, 'b'::text, 'c'::text])) NOT VALID;

COMMIT;

-- Reads all of public.people while others go on reading and writing it.
-- Fails if rows of public.people break age_range. To find them: SELECT * FROM public.people WHERE NOT ((age >= 0) AND (age <= 150))
ALTER TABLE public.people VALIDATE CONSTRAINT age_range_plumb_new;

BEGIN;

ALTER TABLE public.people DROP CONSTRAINT age_range;

ALTER TABLE public.people RENAME CONSTRAINT age_range_plumb_new TO age_range;

COMMIT;

-- Reads all of public.people while others go on reading and writing it.
-- Fails if rows of public.people break people_kind_check. To find them: SELECT * FROM public.people WHERE NOT (kind = ANY (ARRAY['a'::text, 'b'::text, 'c'::text]))
ALTER TABLE public.people VALIDATE CONSTRAINT people_kind_check_plumb_new;

BEGIN;

ALTER TABLE public.people DROP CONSTRAINT people_kind_check;

ALTER TABLE public.people RENAME CONSTRAINT people_kind_check_plumb_new TO people_kind_check;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.people ADD CONSTRAINT age_range_plumb_new CHECK ((age >= 0) AND (age <= 120)) NOT VALID;

ALTER TABLE public.people ADD CONSTRAINT people_kind_check_plumb_new CHECK (kind = ANY (ARRAY['a'::text, 'b'::text])) NOT VALID;

COMMIT;

-- Reads all of public.people while others go on reading and writing it.
-- Fails if rows of public.people break age_range. To find them: SELECT * FROM public.people WHERE NOT ((age >= 0) AND (age <= 120))
ALTER TABLE public.people VALIDATE CONSTRAINT age_range_plumb_new;

BEGIN;

ALTER TABLE public.people DROP CONSTRAINT age_range;

ALTER TABLE public.people RENAME CONSTRAINT age_range_plumb_new TO age_range;

COMMIT;

-- Reads all of public.people while others go on reading and writing it.
-- Fails if rows of public.people break people_kind_check. To find them: SELECT * FROM public.people WHERE NOT (kind = ANY (ARRAY['a'::text, 'b'::text]))
ALTER TABLE public.people VALIDATE CONSTRAINT people_kind_check_plumb_new;

BEGIN;

ALTER TABLE public.people DROP CONSTRAINT people_kind_check;

ALTER TABLE public.people RENAME CONSTRAINT people_kind_check_plumb_new TO people_kind_check;

COMMIT;
