CREATE MATERIALIZED VIEW public.small AS
SELECT id
   FROM public.sales
  WHERE (amount < 10)
WITH NO DATA;

DROP MATERIALIZED VIEW public.big;

CREATE MATERIALIZED VIEW public.big AS
SELECT id,
    amount
   FROM public.sales
  WHERE (amount > 100)
WITH NO DATA;

CREATE UNIQUE INDEX big_id ON public.big (id);

-- down

DROP MATERIALIZED VIEW public.big;

CREATE MATERIALIZED VIEW public.big AS
SELECT id
   FROM public.sales
  WHERE (amount > 100)
WITH NO DATA;

DROP MATERIALIZED VIEW public.small;
