DROP VIEW public.top;

DROP VIEW public.totals;

CREATE MATERIALIZED VIEW public.totals AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  GROUP BY region;

CREATE VIEW public.top AS
SELECT region
   FROM public.totals
  WHERE (total > 100);

CREATE UNIQUE INDEX totals_region ON public.totals (region);

COMMENT ON MATERIALIZED VIEW public.totals IS 'Totals';

GRANT SELECT ON TABLE public.totals TO reader;

-- down

DROP VIEW public.top;

DROP MATERIALIZED VIEW public.totals;

CREATE VIEW public.totals AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  GROUP BY region;

CREATE VIEW public.top AS
SELECT region
   FROM public.totals
  WHERE (total > 100);

COMMENT ON VIEW public.totals IS 'Totals';

GRANT SELECT ON TABLE public.totals TO reader;
