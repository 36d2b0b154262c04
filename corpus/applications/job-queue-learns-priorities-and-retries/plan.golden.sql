BEGIN;

CREATE TABLE public.job_errors (
  id bigint GENERATED ALWAYS AS IDENTITY,
  job bigint NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  message text NOT NULL,
  CONSTRAINT job_errors_pkey PRIMARY KEY (id),
  CONSTRAINT job_errors_job_fkey FOREIGN KEY (job) REFERENCES public.jobs (id) ON DELETE CASCADE
);

ALTER TABLE public.jobs ADD COLUMN attempts smallint NOT NULL DEFAULT 0;

-- public.jobs is written anew while nobody can read or write it: public.jobs.payload changes from json to jsonb.
-- public.jobs.payload can hold less as jsonb than as json: what doesn't fit is cut off, or refused.
-- The migration fails where public.jobs.payload holds a value that can't be converted to jsonb.
ALTER TABLE public.jobs ALTER COLUMN payload TYPE jsonb;

ALTER TABLE public.jobs ADD COLUMN priority smallint NOT NULL DEFAULT 0;

ALTER TABLE public.queues ADD COLUMN max_attempts smallint NOT NULL DEFAULT 5;

ALTER TABLE public.jobs ALTER COLUMN payload SET DEFAULT '{}'::jsonb;

ALTER TABLE public.jobs ADD CONSTRAINT jobs_queue_fkey_plumb_new FOREIGN KEY (queue) REFERENCES public.queues (name) ON UPDATE CASCADE NOT VALID;

ALTER TABLE public.queues ADD CONSTRAINT queues_max_attempts_check CHECK ((max_attempts >= 1) AND (max_attempts <= 100)) NOT VALID;

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs refer to nothing by jobs_queue_fkey. To find them: SELECT * FROM public.jobs AS c WHERE c.queue IS NOT NULL AND NOT EXISTS (SELECT FROM public.queues AS p WHERE p.name = c.queue)
ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_queue_fkey_plumb_new;

BEGIN;

ALTER TABLE public.jobs DROP CONSTRAINT jobs_queue_fkey;

ALTER TABLE public.jobs RENAME CONSTRAINT jobs_queue_fkey_plumb_new TO jobs_queue_fkey;

COMMIT;

-- Reads all of public.queues while others go on reading and writing it.
-- Fails if rows of public.queues break queues_max_attempts_check. To find them: SELECT * FROM public.queues WHERE NOT ((max_attempts >= 1) AND (max_attempts <= 100))
ALTER TABLE public.queues VALIDATE CONSTRAINT queues_max_attempts_check;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_payload ON public.jobs USING gin (payload);

BEGIN;

DROP VIEW public.queue_lengths;

DROP FUNCTION public.next_job(text);

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_next;

BEGIN;

-- The enum public.job_state loses the value 'lost'.
-- The migration fails where a column of type public.job_state still holds the value 'lost'. Give these rows another value first.
ALTER TYPE public.job_state RENAME TO job_state_plumb_old;

CREATE TYPE public.job_state AS ENUM (
  'queued',
  'running',
  'retrying',
  'done',
  'failed'
);

-- public.jobs is written anew while nobody can read or write it: public.jobs.run_at changes from timestamp without time zone to timestamp with time zone.
ALTER TABLE public.jobs ALTER COLUMN run_at TYPE timestamp with time zone;

-- public.jobs is written anew while nobody can read or write it: state moves to the new type public.job_state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.job_state USING state::text::public.job_state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'queued'::public.job_state;

CREATE FUNCTION public.next_job(q text, n integer DEFAULT 1)
  RETURNS SETOF public.jobs
  LANGUAGE sql
AS $function$
  UPDATE jobs SET state = 'running', attempts = attempts + 1 WHERE id IN (SELECT id FROM jobs WHERE queue = q AND state IN ('queued', 'retrying') ORDER BY priority DESC, run_at FOR UPDATE SKIP LOCKED LIMIT n) RETURNING * $function$;

CREATE FUNCTION public.wake()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN PERFORM pg_notify('jobs', NEW.queue); RETURN NULL; END $function$;

CREATE VIEW public.queue_lengths AS
SELECT queue,
    priority,
    count(*) AS n
   FROM public.jobs
  WHERE (state = ANY (ARRAY['queued'::public.job_state, 'retrying'::public.job_state]))
  GROUP BY queue, priority;

CREATE TRIGGER wake AFTER INSERT ON public.jobs FOR EACH ROW WHEN ((new.state = 'queued'::public.job_state))
  EXECUTE FUNCTION public.wake();

COMMIT;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_next ON public.jobs (queue, priority DESC, run_at) WHERE (state = ANY (ARRAY['queued'::public.job_state, 'retrying'::public.job_state]));

DROP TYPE public.job_state_plumb_old;

-- down

ALTER TABLE public.jobs ADD CONSTRAINT jobs_queue_fkey_plumb_new FOREIGN KEY (queue) REFERENCES public.queues (name) NOT VALID;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs refer to nothing by jobs_queue_fkey. To find them: SELECT * FROM public.jobs AS c WHERE c.queue IS NOT NULL AND NOT EXISTS (SELECT FROM public.queues AS p WHERE p.name = c.queue)
ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_queue_fkey_plumb_new;

BEGIN;

ALTER TABLE public.jobs DROP CONSTRAINT jobs_queue_fkey;

ALTER TABLE public.jobs RENAME CONSTRAINT jobs_queue_fkey_plumb_new TO jobs_queue_fkey;

DROP TRIGGER wake ON public.jobs;

ALTER TABLE public.queues DROP CONSTRAINT queues_max_attempts_check;

DROP VIEW public.queue_lengths;

DROP FUNCTION public.next_job(text, integer);

DROP FUNCTION public.wake();

ALTER TABLE public.jobs ALTER COLUMN payload DROP DEFAULT;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

-- The column public.jobs.attempts is dropped with all that it holds.
ALTER TABLE public.jobs DROP COLUMN attempts;

-- The column public.queues.max_attempts is dropped with all that it holds.
ALTER TABLE public.queues DROP COLUMN max_attempts;

-- The table public.job_errors is dropped with all of its rows.
DROP TABLE public.job_errors;

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_next;

BEGIN;

-- The enum public.job_state loses the values 'retrying', 'failed'.
-- The migration fails where a column of type public.job_state still holds the values 'retrying', 'failed'. Give these rows another value first.
ALTER TYPE public.job_state RENAME TO job_state_plumb_old;

CREATE TYPE public.job_state AS ENUM (
  'queued',
  'running',
  'done',
  'lost'
);

-- public.jobs is written anew while nobody can read or write it: public.jobs.run_at changes from timestamp with time zone to timestamp without time zone.
ALTER TABLE public.jobs ALTER COLUMN run_at TYPE timestamp without time zone;

-- public.jobs is written anew while nobody can read or write it: state moves to the new type public.job_state.
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.job_state USING state::text::public.job_state;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'queued'::public.job_state;

DROP TYPE public.job_state_plumb_old;

-- The column public.jobs.priority is dropped with all that it holds.
ALTER TABLE public.jobs DROP COLUMN priority;

CREATE VIEW public.queue_lengths AS
SELECT queue,
    count(*) AS n
   FROM public.jobs
  WHERE (state = 'queued'::public.job_state)
  GROUP BY queue;

COMMIT;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_next ON public.jobs (queue, run_at) WHERE (state = 'queued'::public.job_state);

DROP INDEX CONCURRENTLY public.jobs_payload;

BEGIN;

-- public.jobs is written anew while nobody can read or write it: public.jobs.payload changes from jsonb to json.
ALTER TABLE public.jobs ALTER COLUMN payload TYPE json;

-- What its body names is not there yet, so it is not checked.
CREATE FUNCTION public.next_job(q text)
  RETURNS public.jobs
  LANGUAGE sql
  SET check_function_bodies TO off
AS $function$
  UPDATE jobs SET state = 'running' WHERE id = (SELECT id FROM jobs WHERE queue = q AND state = 'queued' ORDER BY run_at FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING * $function$;

ALTER FUNCTION public.next_job(text) RESET check_function_bodies;

COMMIT;
