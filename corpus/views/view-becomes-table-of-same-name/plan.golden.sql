DROP VIEW public.best_region;

DROP VIEW public.sales_by_region;

CREATE TABLE public.sales_by_region (
  region text NOT NULL,
  total bigint NOT NULL,
  CONSTRAINT sales_by_region_pkey PRIMARY KEY (region)
);

CREATE VIEW public.best_region AS
SELECT region
   FROM public.sales_by_region
  ORDER BY total DESC
 LIMIT 1;

GRANT SELECT ON TABLE public.sales_by_region TO reader;

-- down

DROP VIEW public.best_region;

-- The table public.sales_by_region is dropped with all of its rows.
DROP TABLE public.sales_by_region;

CREATE VIEW public.sales_by_region AS
SELECT region,
    sum(amount) AS total
   FROM public.sales
  GROUP BY region;

CREATE VIEW public.best_region AS
SELECT region
   FROM public.sales_by_region
  ORDER BY total DESC
 LIMIT 1;

GRANT SELECT ON TABLE public.sales_by_region TO reader;
