DROP VIEW public.best_days;

-- The table public.daily_sales is dropped with all of its rows.
DROP TABLE public.daily_sales;

CREATE MATERIALIZED VIEW public.daily_sales AS
SELECT day,
    sum(amount) AS total
   FROM public.sales
  GROUP BY day;

CREATE VIEW public.best_days AS
SELECT day
   FROM public.daily_sales
  WHERE (total > (1000)::numeric);

CREATE UNIQUE INDEX daily_sales_pkey ON public.daily_sales (day);

-- down

DROP VIEW public.best_days;

DROP MATERIALIZED VIEW public.daily_sales;

CREATE TABLE public.daily_sales (
  day date NOT NULL,
  total numeric,
  CONSTRAINT daily_sales_pkey PRIMARY KEY (day)
);

CREATE VIEW public.best_days AS
SELECT day
   FROM public.daily_sales
  WHERE (total > (1000)::numeric);
