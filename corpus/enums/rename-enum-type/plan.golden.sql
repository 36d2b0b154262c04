ALTER TYPE public.state RENAME TO job_state;

CREATE OR REPLACE FUNCTION public.next_state(s public.job_state)
  RETURNS public.job_state
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT 'done'::job_state $function$;

-- down

BEGIN;

-- What its body names is not there yet, so it is not checked.
CREATE OR REPLACE FUNCTION public.next_state(s public.job_state)
  RETURNS public.job_state
  LANGUAGE sql IMMUTABLE
  SET check_function_bodies TO off
AS $function$ SELECT 'done'::state $function$;

ALTER FUNCTION public.next_state(public.job_state) RESET check_function_bodies;

COMMIT;

ALTER TYPE public.job_state RENAME TO state;
