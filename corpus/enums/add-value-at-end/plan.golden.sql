ALTER TYPE public.state ADD VALUE 'failed';

-- down

DROP VIEW public.open_jobs;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

-- The enum public.state loses the value 'failed'.
-- The migration fails where a column of type public.state still holds the value 'failed'. Give these rows another value first.
ALTER TYPE public.state RENAME TO state_plumb_old;

CREATE TYPE public.state AS ENUM (
  'open',
  'done'
);

-- public.jobs is written anew while nobody can read or write it: state moves to the new type public.state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::public.state;

CREATE VIEW public.open_jobs AS
SELECT id,
    state
   FROM public.jobs
  WHERE (state = 'open'::public.state);

DROP TYPE public.state_plumb_old;
