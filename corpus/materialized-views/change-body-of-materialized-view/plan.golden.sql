DROP MATERIALIZED VIEW public.region_totals;

-- The materialized view public.region_totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.region_totals AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  WHERE (amount > 0)
  GROUP BY region;

CREATE UNIQUE INDEX region_totals_key ON public.region_totals (region);

ALTER MATERIALIZED VIEW public.region_totals OWNER TO app_owner;

COMMENT ON INDEX public.region_totals_key IS 'Needed to refresh concurrently';

COMMENT ON MATERIALIZED VIEW public.region_totals IS 'Refreshed hourly';

GRANT SELECT ON TABLE public.region_totals TO reader;

-- down

DROP MATERIALIZED VIEW public.region_totals;

-- The materialized view public.region_totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.region_totals AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  GROUP BY region;

CREATE UNIQUE INDEX region_totals_key ON public.region_totals (region);

ALTER MATERIALIZED VIEW public.region_totals OWNER TO app_owner;

COMMENT ON INDEX public.region_totals_key IS 'Needed to refresh concurrently';

COMMENT ON MATERIALIZED VIEW public.region_totals IS 'Refreshed hourly';

GRANT SELECT ON TABLE public.region_totals TO reader;
