CREATE TYPE public.state AS ENUM (
  'open',
  'done'
);

ALTER TABLE public.jobs DROP CONSTRAINT known_state;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

-- public.jobs is written anew while nobody can read or write it: public.jobs.state changes from text to public.state.
-- The migration fails where public.jobs.state holds a value that can't be converted to public.state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::public.state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::public.state;

-- down

BEGIN;

-- public.jobs is written anew while nobody can read or write it: public.jobs.state changes from public.state to text.
ALTER TABLE public.jobs ALTER COLUMN state TYPE text;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::text;

ALTER TABLE public.jobs ADD CONSTRAINT known_state CHECK (state = ANY (ARRAY['open'::text, 'done'::text])) NOT VALID;

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs break known_state. To find them: SELECT * FROM public.jobs WHERE NOT (state = ANY (ARRAY['open'::text, 'done'::text]))
ALTER TABLE public.jobs VALIDATE CONSTRAINT known_state;

DROP TYPE public.state;
