BEGIN;

ALTER TABLE public.measures ADD CONSTRAINT empty CHECK (false) NO INHERIT NOT VALID;

ALTER TABLE public.measures ADD CONSTRAINT positive_plumb_new CHECK (value >= (0)::numeric) NO INHERIT NOT VALID;

ALTER TABLE public.measures_2024 ADD CONSTRAINT in_2024 CHECK ((at >= '2024-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2025-01-01 00:00:00+00'::timestamp with time zone)) NOT VALID;

COMMIT;

-- Reads all of public.measures while others go on reading and writing it.
-- Fails if rows of public.measures break empty. To find them: SELECT * FROM public.measures WHERE NOT (false)
ALTER TABLE public.measures VALIDATE CONSTRAINT empty;

-- Reads all of public.measures while others go on reading and writing it.
-- Fails if rows of public.measures break positive. To find them: SELECT * FROM public.measures WHERE NOT (value >= (0)::numeric)
ALTER TABLE public.measures VALIDATE CONSTRAINT positive_plumb_new;

BEGIN;

ALTER TABLE public.measures DROP CONSTRAINT positive;

ALTER TABLE public.measures RENAME CONSTRAINT positive_plumb_new TO positive;

COMMIT;

-- Reads all of public.measures_2024 while others go on reading and writing it.
-- Fails if rows of public.measures_2024 break in_2024. To find them: SELECT * FROM public.measures_2024 WHERE NOT ((at >= '2024-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2025-01-01 00:00:00+00'::timestamp with time zone))
ALTER TABLE public.measures_2024 VALIDATE CONSTRAINT in_2024;

-- down

ALTER TABLE public.measures ADD CONSTRAINT positive_plumb_new CHECK (value >= (0)::numeric) NOT VALID;

-- Reads all of public.measures while others go on reading and writing it.
-- Fails if rows of public.measures break positive. To find them: SELECT * FROM public.measures WHERE NOT (value >= (0)::numeric)
ALTER TABLE public.measures VALIDATE CONSTRAINT positive_plumb_new;

BEGIN;

ALTER TABLE public.measures DROP CONSTRAINT positive;

ALTER TABLE public.measures RENAME CONSTRAINT positive_plumb_new TO positive;

ALTER TABLE public.measures DROP CONSTRAINT empty;

ALTER TABLE public.measures_2024 DROP CONSTRAINT in_2024;

COMMIT;
