CREATE FUNCTION public.new_code(len integer DEFAULT 8)
  RETURNS character varying
  LANGUAGE sql
AS $function$ SELECT substr(md5(random()::text), 1, len)::varchar $function$;

ALTER TABLE public.coupons ALTER COLUMN code DROP DEFAULT;

DROP FUNCTION public.new_code();

ALTER TABLE public.coupons ALTER COLUMN code SET DEFAULT public.new_code();

-- down

CREATE FUNCTION public.new_code()
  RETURNS text
  LANGUAGE sql
AS $function$ SELECT substr(md5(random()::text), 1, 8) $function$;

ALTER TABLE public.coupons ALTER COLUMN code DROP DEFAULT;

DROP FUNCTION public.new_code(integer);

ALTER TABLE public.coupons ALTER COLUMN code SET DEFAULT public.new_code();
