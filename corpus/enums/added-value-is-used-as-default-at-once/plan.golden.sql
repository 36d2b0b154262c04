ALTER TYPE public.state ADD VALUE 'draft' BEFORE 'open';

BEGIN;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'draft'::public.state;

CREATE OR REPLACE VIEW public.active AS
SELECT id
   FROM public.jobs
  WHERE (state = ANY (ARRAY['draft'::public.state, 'open'::public.state]));

ALTER TABLE public.jobs ADD CONSTRAINT draft_is_new CHECK ((state <> 'draft'::public.state) OR (id > 0)) NOT VALID;

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs break draft_is_new. To find them: SELECT * FROM public.jobs WHERE NOT ((state <> 'draft'::public.state) OR (id > 0))
ALTER TABLE public.jobs VALIDATE CONSTRAINT draft_is_new;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_draft ON public.jobs (id) WHERE (state = 'draft'::public.state);

-- down

BEGIN;

ALTER TABLE public.jobs DROP CONSTRAINT draft_is_new;

DROP VIEW public.active;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_draft;

BEGIN;

-- The enum public.state loses the value 'draft'.
-- The migration fails where a column of type public.state still holds the value 'draft'. Give these rows another value first.
ALTER TYPE public.state RENAME TO state_plumb_old;

CREATE TYPE public.state AS ENUM (
  'open',
  'done'
);

-- public.jobs is written anew while nobody can read or write it: state moves to the new type public.state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::public.state;

CREATE VIEW public.active AS
SELECT id
   FROM public.jobs
  WHERE (state = 'open'::public.state);

DROP TYPE public.state_plumb_old;

COMMIT;
