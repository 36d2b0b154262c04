-- The enum public.mood loses the value 'b'.
-- The migration fails where a column of type public.mood still holds the value 'b'. Give these rows another value first.
ALTER TYPE public.mood RENAME TO mood_plumb_old;

CREATE TYPE public.mood AS ENUM (
  'c',
  'a'
);

DROP TYPE public.mood_plumb_old;

REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

GRANT USAGE ON TYPE public.mood TO reader;

DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(y integer)
  RETURNS text
  LANGUAGE sql
AS $function$ SELECT '1'::text $function$;

REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.f(integer) TO reader WITH GRANT OPTION;

-- down

ALTER TYPE public.mood RENAME TO mood_plumb_old;

CREATE TYPE public.mood AS ENUM (
  'a',
  'b',
  'c'
);

DROP TYPE public.mood_plumb_old;

REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

GRANT USAGE ON TYPE public.mood TO reader;

DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(x integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.f(integer) TO reader WITH GRANT OPTION;
