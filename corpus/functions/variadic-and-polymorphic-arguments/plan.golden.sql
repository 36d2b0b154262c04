CREATE FUNCTION public.count_all(VARIADIC "any")
  RETURNS integer
  LANGUAGE internal IMMUTABLE
AS $function$pg_num_nulls$function$;

CREATE FUNCTION public.first_of(anycompatiblearray)
  RETURNS anycompatible
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT $1[1] $function$;

CREATE OR REPLACE FUNCTION public.join_all(sep text, parts text[])
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT array_to_string(parts, sep) $function$;

DROP FUNCTION public.first_of(anyarray);

-- down

CREATE FUNCTION public.first_of(anyarray)
  RETURNS anyelement
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT $1[1] $function$;

CREATE OR REPLACE FUNCTION public.join_all(sep text, VARIADIC parts text[])
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT array_to_string(parts, sep) $function$;

DROP FUNCTION public.count_all("any");

DROP FUNCTION public.first_of(anycompatiblearray);
