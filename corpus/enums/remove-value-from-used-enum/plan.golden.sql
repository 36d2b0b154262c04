ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

DROP INDEX CONCURRENTLY public.jobs_state;

BEGIN;

-- The enum public.state loses the value 'paused'.
-- The migration fails where a column of type public.state still holds the value 'paused'. Give these rows another value first.
ALTER TYPE public.state RENAME TO state_plumb_old;

CREATE TYPE public.state AS ENUM (
  'open',
  'done'
);

-- public.jobs is written anew while nobody can read or write it: state moves to the new type public.state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::public.state;

COMMENT ON TYPE public.state IS 'Where a job is';

COMMIT;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_state ON public.jobs (state) WHERE (state <> 'done'::public.state);

BEGIN;

DROP TYPE public.state_plumb_old;

GRANT USAGE ON TYPE public.state TO reader;

COMMIT;

-- down

ALTER TYPE public.state ADD VALUE 'paused' AFTER 'open';
