CREATE FUNCTION public.area(a double precision, b double precision)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a * b $function$;

CREATE FUNCTION public.area(a double precision[])
  RETURNS double precision
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT area(a[1], a[2]) $function$;

COMMENT ON FUNCTION public.area(double precision, double precision) IS 'Of a rectangle';

DROP FUNCTION public.area(text);

-- down

CREATE FUNCTION public.area(a text)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a::float8 $function$;

DROP FUNCTION public.area(double precision[]);

DROP FUNCTION public.area(double precision, double precision);
