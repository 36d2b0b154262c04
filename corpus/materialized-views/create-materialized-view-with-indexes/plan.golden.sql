BEGIN;

CREATE MATERIALIZED VIEW public.region_totals AS
SELECT region,
    sum(amount) AS total,
    count(*) AS n
   FROM public.sales
  GROUP BY region;

CREATE UNIQUE INDEX region_totals_key ON public.region_totals (region);

CREATE INDEX region_totals_total ON public.region_totals (total DESC) WHERE (n > 1);

COMMENT ON COLUMN public.region_totals.n IS 'Number of sales';

COMMENT ON INDEX public.region_totals_key IS 'Needed to refresh concurrently';

COMMENT ON MATERIALIZED VIEW public.region_totals IS 'Refreshed hourly';

GRANT SELECT ON TABLE public.region_totals TO reader;

COMMIT;

DROP INDEX CONCURRENTLY public.sales_region;

-- down

-- Reads public.sales twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY sales_region ON public.sales (region);

DROP MATERIALIZED VIEW public.region_totals;
