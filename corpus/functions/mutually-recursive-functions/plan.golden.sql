-- What its body names is not there yet, so it is not checked.
CREATE FUNCTION public.is_even(n integer)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
  SET check_function_bodies TO off
AS $function$ SELECT n = 0 OR is_odd(n - 1) $function$;

ALTER FUNCTION public.is_even(integer) RESET check_function_bodies;

-- What its body names is not there yet, so it is not checked.
CREATE FUNCTION public.is_odd(n integer)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
  SET check_function_bodies TO off
AS $function$ SELECT n <> 0 AND is_even(n - 1) $function$;

ALTER FUNCTION public.is_odd(integer) RESET check_function_bodies;

-- down

DROP FUNCTION public.is_even(integer);

DROP FUNCTION public.is_odd(integer);
