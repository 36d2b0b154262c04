DROP MATERIALIZED VIEW public.totals;

CREATE TABLE public.totals (
  region text NOT NULL,
  total bigint NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX totals_region ON public.totals (region);

-- down

-- The table public.totals is dropped with all of its rows.
DROP TABLE public.totals;

CREATE MATERIALIZED VIEW public.totals AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  GROUP BY region;

CREATE UNIQUE INDEX totals_region ON public.totals (region);
