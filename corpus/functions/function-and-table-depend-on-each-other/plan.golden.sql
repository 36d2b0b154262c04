BEGIN;

CREATE FUNCTION public.open_jobs(j public.jobs)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT j.state = 'open' $function$;

ALTER TABLE public.jobs ADD CONSTRAINT state_is_known CHECK (public.open_jobs(jobs.*) IS NOT NULL) NOT VALID;

COMMIT;

-- Reads all of public.jobs while others go on reading and writing it.
-- Fails if rows of public.jobs break state_is_known. To find them: SELECT * FROM public.jobs WHERE NOT (public.open_jobs(jobs.*) IS NOT NULL)
ALTER TABLE public.jobs VALIDATE CONSTRAINT state_is_known;

-- Reads public.jobs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY jobs_open ON public.jobs (id) WHERE (state = 'open'::text);

-- down

BEGIN;

ALTER TABLE public.jobs DROP CONSTRAINT state_is_known;

DROP FUNCTION public.open_jobs(public.jobs);

COMMIT;

DROP INDEX CONCURRENTLY public.jobs_open;
