CREATE OR REPLACE VIEW public.report AS
WITH monthly AS MATERIALIZED (
         SELECT sales.region,
            sales.rep,
            date_trunc('month'::text, (sales.at)::timestamp with time zone) AS month,
            sum(sales.amount) FILTER (WHERE (sales.amount > (0)::numeric)) AS total
           FROM public.sales
          GROUP BY GROUPING SETS ((sales.region, sales.rep, (date_trunc('month'::text, (sales.at)::timestamp with time zone))), (sales.region, (date_trunc('month'::text, (sales.at)::timestamp with time zone))))
        )
 SELECT monthly.region,
    monthly.rep,
    monthly.month,
    monthly.total,
    dense_rank() OVER w AS place
   FROM monthly,
    LATERAL ( SELECT 1 AS "?column?") x
  WINDOW w AS (PARTITION BY monthly.month, monthly.region ORDER BY monthly.total DESC NULLS LAST);

-- down

CREATE OR REPLACE VIEW public.report AS
WITH monthly AS (
         SELECT sales.region,
            sales.rep,
            date_trunc('month'::text, (sales.at)::timestamp with time zone) AS month,
            sum(sales.amount) AS total
           FROM public.sales
          GROUP BY sales.region, sales.rep, (date_trunc('month'::text, (sales.at)::timestamp with time zone))
        )
 SELECT region,
    rep,
    month,
    total,
    rank() OVER (PARTITION BY month ORDER BY total DESC) AS place
   FROM monthly;
