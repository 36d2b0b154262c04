CREATE OR REPLACE FUNCTION public.ids(first integer, last integer)
  RETURNS SETOF integer
  LANGUAGE sql IMMUTABLE STRICT SUPPORT generate_series_int4_support
AS $function$ SELECT generate_series(first, last) $function$;

CREATE OR REPLACE FUNCTION public.starts(t text, p text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT
AS $function$ SELECT t ~~ p $function$;

-- down

CREATE OR REPLACE FUNCTION public.ids(first integer, last integer)
  RETURNS SETOF integer
  LANGUAGE sql IMMUTABLE STRICT
AS $function$ SELECT generate_series(first, last) $function$;

CREATE OR REPLACE FUNCTION public.starts(t text, p text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE STRICT SUPPORT textlike_support
AS $function$ SELECT t ~~ p $function$;
