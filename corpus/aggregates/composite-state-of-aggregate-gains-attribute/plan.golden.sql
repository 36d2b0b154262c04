ALTER TYPE public.range_state ADD ATTRIBUTE n integer;

CREATE OR REPLACE FUNCTION public.range_step(s public.range_state, n integer)
  RETURNS public.range_state
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT least(s.lo, n), greatest(s.hi, n), coalesce(s.n, 0) + 1 $function$;

-- down

ALTER TYPE public.range_state DROP ATTRIBUTE n;

CREATE OR REPLACE FUNCTION public.range_step(s public.range_state, n integer)
  RETURNS public.range_state
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT least(s.lo, n), greatest(s.hi, n) $function$;
