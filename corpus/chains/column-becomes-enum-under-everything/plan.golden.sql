BEGIN;

CREATE TYPE public.state AS ENUM (
  'open',
  'done'
);

-- The policy only_open decides which rows of public.jobs PUBLIC may read and write.
DROP POLICY only_open ON public.jobs;

DROP TRIGGER state_changed ON public.jobs;

ALTER TABLE public.jobs DROP CONSTRAINT state_known;

DROP MATERIALIZED VIEW public.per_state;

DROP VIEW public.open_jobs;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_state;

BEGIN;

-- public.jobs is written anew while nobody can read or write it: public.jobs.state changes from text to public.state.
-- The migration fails where public.jobs.state holds a value that can't be converted to public.state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::public.state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::public.state;

CREATE VIEW public.open_jobs AS
SELECT id,
    state
   FROM public.jobs
  WHERE (state = 'open'::public.state);

-- The materialized view public.per_state is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.per_state AS
SELECT state,
    count(*) AS n
   FROM public.jobs
  GROUP BY state;

CREATE TRIGGER state_changed AFTER UPDATE OF state ON public.jobs FOR EACH ROW WHEN ((old.state <> new.state))
  EXECUTE FUNCTION public.noted();

-- The policy only_open decides which rows of public.jobs PUBLIC may read and write.
CREATE POLICY only_open ON public.jobs
  USING ((state = 'open'::public.state));

COMMIT;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_state ON public.jobs (state) WHERE (state = 'open'::public.state);

-- down

BEGIN;

-- The policy only_open decides which rows of public.jobs PUBLIC may read and write.
DROP POLICY only_open ON public.jobs;

DROP TRIGGER state_changed ON public.jobs;

DROP MATERIALIZED VIEW public.per_state;

DROP VIEW public.open_jobs;

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_state;

BEGIN;

-- public.jobs is written anew while nobody can read or write it: public.jobs.state changes from public.state to text.
ALTER TABLE public.jobs ALTER COLUMN state TYPE text;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'open'::text;

ALTER TABLE public.jobs ADD CONSTRAINT state_known CHECK (state = ANY (ARRAY['open'::text, 'done'::text])) NOT VALID;

CREATE TRIGGER state_changed AFTER UPDATE OF state ON public.jobs FOR EACH ROW WHEN ((old.state <> new.state))
  EXECUTE FUNCTION public.noted();

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs break state_known. To find them: SELECT * FROM public.jobs WHERE NOT (state = ANY (ARRAY['open'::text, 'done'::text]))
ALTER TABLE public.jobs VALIDATE CONSTRAINT state_known;

BEGIN;

DROP TYPE public.state;

CREATE VIEW public.open_jobs AS
SELECT id,
    state
   FROM public.jobs
  WHERE (state = 'open'::text);

-- The materialized view public.per_state is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.per_state AS
SELECT state,
    count(*) AS n
   FROM public.jobs
  GROUP BY state;

-- The policy only_open decides which rows of public.jobs PUBLIC may read and write.
CREATE POLICY only_open ON public.jobs
  USING ((state = 'open'::text));

COMMIT;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_state ON public.jobs (state) WHERE (state = 'open'::text);
