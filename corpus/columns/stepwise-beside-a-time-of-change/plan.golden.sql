-- public.jobs.size changes from integer to bigint in steps: size_plumb_new takes its place when it is filled.
ALTER TABLE public.jobs ADD COLUMN size_plumb_new bigint;

-- What is written to size from now on is written to size_plumb_new as well.
CREATE FUNCTION public.jobs_size_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.size_plumb_new := NEW.size;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_size_plumb_write BEFORE INSERT OR UPDATE ON public.jobs
  FOR EACH ROW EXECUTE FUNCTION public.jobs_size_plumb_write();

ALTER TABLE public.jobs ENABLE ALWAYS TRIGGER zz_size_plumb_write;

-- It fires for what an application writes, as before, and not for rows that are only filled: what it sets stays.
CREATE OR REPLACE TRIGGER "Touch" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN (NEW.size_plumb_new IS NULL OR OLD.size_plumb_new IS NOT NULL)
  EXECUTE FUNCTION public.touch();

-- It fires for what an application writes, as before, and not for rows that are only filled: what it sets stays.
CREATE OR REPLACE TRIGGER "touch again" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN ((NEW.size_plumb_new IS NULL OR OLD.size_plumb_new IS NOT NULL) AND ((old.* IS DISTINCT FROM new.*) AND (new.title <> ''::text)))
  EXECUTE FUNCTION public.touch();

-- Rows that were there before get their values.
UPDATE public.jobs SET size_plumb_new = size WHERE size IS NOT NULL AND size_plumb_new IS NULL;

ALTER TABLE public.jobs ADD CONSTRAINT jobs_size_not_null_plumb_new NOT NULL size_plumb_new NOT VALID;

ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_size_not_null_plumb_new;

ANALYZE public.jobs (size_plumb_new);

BEGIN;

DROP TRIGGER zz_size_plumb_write ON public.jobs;

DROP FUNCTION public.jobs_size_plumb_write();

CREATE OR REPLACE TRIGGER "Touch" BEFORE UPDATE ON public.jobs FOR EACH ROW
  EXECUTE FUNCTION public.touch();

CREATE OR REPLACE TRIGGER "touch again" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN (((old.* IS DISTINCT FROM new.*) AND (new.title <> ''::text)))
  EXECUTE FUNCTION public.touch();

-- From here on size stands behind the other columns of public.jobs.
ALTER TABLE public.jobs DROP COLUMN size;

ALTER TABLE public.jobs RENAME COLUMN size_plumb_new TO size;

ALTER TABLE public.jobs RENAME CONSTRAINT jobs_size_not_null_plumb_new TO jobs_size_not_null;

ALTER TABLE public.jobs ALTER COLUMN size SET DEFAULT 1;

COMMIT;

-- down

-- public.jobs.size changes from bigint to integer in steps: size_plumb_new takes its place when it is filled.
ALTER TABLE public.jobs ADD COLUMN size_plumb_new integer;

-- What is written to size from now on is written to size_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.jobs_size_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.size_plumb_new := NEW.size;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_size_plumb_write BEFORE INSERT OR UPDATE ON public.jobs
  FOR EACH ROW EXECUTE FUNCTION public.jobs_size_plumb_write();

ALTER TABLE public.jobs ENABLE ALWAYS TRIGGER zz_size_plumb_write;

-- It fires for what an application writes, as before, and not for rows that are only filled: what it sets stays.
CREATE OR REPLACE TRIGGER "Touch" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN (NEW.size_plumb_new IS NULL OR OLD.size_plumb_new IS NOT NULL)
  EXECUTE FUNCTION public.touch();

-- It fires for what an application writes, as before, and not for rows that are only filled: what it sets stays.
CREATE OR REPLACE TRIGGER "touch again" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN ((NEW.size_plumb_new IS NULL OR OLD.size_plumb_new IS NOT NULL) AND ((old.* IS DISTINCT FROM new.*) AND (new.title <> ''::text)))
  EXECUTE FUNCTION public.touch();

-- Rows that were there before get their values.
-- public.jobs.size can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.jobs.size holds a value that can't be converted to integer.
UPDATE public.jobs SET size_plumb_new = size WHERE size IS NOT NULL AND size_plumb_new IS NULL;

ALTER TABLE public.jobs ADD CONSTRAINT jobs_size_not_null_plumb_new NOT NULL size_plumb_new NOT VALID;

ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_size_not_null_plumb_new;

ANALYZE public.jobs (size_plumb_new);

BEGIN;

DROP TRIGGER zz_size_plumb_write ON public.jobs;

DROP FUNCTION public.jobs_size_plumb_write();

CREATE OR REPLACE TRIGGER "Touch" BEFORE UPDATE ON public.jobs FOR EACH ROW
  EXECUTE FUNCTION public.touch();

CREATE OR REPLACE TRIGGER "touch again" BEFORE UPDATE ON public.jobs FOR EACH ROW WHEN (((old.* IS DISTINCT FROM new.*) AND (new.title <> ''::text)))
  EXECUTE FUNCTION public.touch();

-- From here on size stands behind the other columns of public.jobs.
ALTER TABLE public.jobs DROP COLUMN size;

ALTER TABLE public.jobs RENAME COLUMN size_plumb_new TO size;

ALTER TABLE public.jobs RENAME CONSTRAINT jobs_size_not_null_plumb_new TO jobs_size_not_null;

ALTER TABLE public.jobs ALTER COLUMN size SET DEFAULT 1;

COMMIT;
