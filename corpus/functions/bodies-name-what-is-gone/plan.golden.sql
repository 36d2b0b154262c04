ALTER TABLE public.jobs ADD COLUMN priority integer;

DROP FUNCTION public.first_of(text);

-- Its body names what is not there, so it is not checked.
CREATE OR REPLACE FUNCTION public.oldest()
  RETURNS integer
  LANGUAGE sql STABLE
  SET check_function_bodies TO off
AS $function$ SELECT min(id) + 0 FROM archived_jobs $function$;

ALTER FUNCTION public.oldest() RESET check_function_bodies;

-- Its body names what is not there, so it is not checked.
CREATE PROCEDURE public.forget()
  LANGUAGE sql
  SET check_function_bodies TO off
AS $procedure$ DELETE FROM archived_jobs $procedure$;

ALTER PROCEDURE public.forget() RESET check_function_bodies;

-- down

DROP PROCEDURE public.forget();

-- The column public.jobs.priority is dropped with all that it holds.
ALTER TABLE public.jobs DROP COLUMN priority;

-- Its body names what is not there, so it is not checked.
CREATE FUNCTION public.first_of(kind text)
  RETURNS integer
  LANGUAGE plpgsql
  SET check_function_bodies TO off
AS $function$
DECLARE found archived_jobs%rowtype;
BEGIN
  RETURN 1;
END $function$;

ALTER FUNCTION public.first_of(text) RESET check_function_bodies;

-- Its body names what is not there, so it is not checked.
CREATE OR REPLACE FUNCTION public.oldest()
  RETURNS integer
  LANGUAGE sql
  SET check_function_bodies TO off
AS $function$ SELECT min(id) FROM archived_jobs $function$;

ALTER FUNCTION public.oldest() RESET check_function_bodies;
