ALTER FUNCTION public.abs_int(integer) PARALLEL SAFE;

CREATE FUNCTION public.add_int(integer, integer)
  RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT
AS $function$int4pl$function$;

CREATE OR REPLACE FUNCTION public.my_rank()
  RETURNS bigint
  LANGUAGE internal WINDOW IMMUTABLE STRICT
AS $function$window_dense_rank$function$;

-- down

ALTER FUNCTION public.abs_int(integer) PARALLEL UNSAFE;

CREATE OR REPLACE FUNCTION public.my_rank()
  RETURNS bigint
  LANGUAGE internal WINDOW
AS $function$window_rank$function$;

DROP FUNCTION public.add_int(integer, integer);
