CREATE FUNCTION public.mul(a numeric, b numeric)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a * coalesce(b, 1) $function$;

CREATE AGGREGATE public.product(numeric) (
  SFUNC = public.mul,
  STYPE = numeric,
  PARALLEL = SAFE,
  INITCOND = '1'
);

COMMENT ON AGGREGATE public.product(numeric) IS 'Multiplies';

DROP VIEW public.groups;

CREATE VIEW public.groups AS
SELECT g,
    public.product((n)::numeric) AS result
   FROM public.numbers
  GROUP BY g;

-- down

DROP VIEW public.groups;

DROP AGGREGATE public.product(numeric);

CREATE VIEW public.groups AS
SELECT g,
    sum(n) AS result
   FROM public.numbers
  GROUP BY g;

DROP FUNCTION public.mul(numeric, numeric);
