CREATE FUNCTION public.totals()
  RETURNS bigint
  LANGUAGE sql STABLE
AS $function$ SELECT sum(x) FROM t $function$;

CREATE VIEW public.counts AS
SELECT count(*) AS n
   FROM public.t;

CREATE OR REPLACE VIEW public.both_of AS
SELECT public.totals() AS total,
    n
   FROM public.counts;

DROP VIEW public.totals;

DROP FUNCTION public.counts();

-- down

CREATE FUNCTION public.counts()
  RETURNS bigint
  LANGUAGE sql STABLE
AS $function$ SELECT count(*) FROM t $function$;

CREATE VIEW public.totals AS
SELECT sum(x) AS total
   FROM public.t;

CREATE OR REPLACE VIEW public.both_of AS
SELECT total,
    public.counts() AS n
   FROM public.totals;

DROP VIEW public.counts;

DROP FUNCTION public.totals();
