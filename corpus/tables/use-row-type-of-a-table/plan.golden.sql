ALTER TABLE public.prices ADD COLUMN currency character(3);

CREATE OR REPLACE FUNCTION public.cheaper(p public.prices)
  RETURNS public.prices
  LANGUAGE sql IMMUTABLE
RETURN ROW((p).item, ((p).amount * 0.8), (p).currency)::public.prices;

CREATE FUNCTION public.top_prices()
  RETURNS SETOF public.prices
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT prices.item,
     prices.amount,
     prices.currency
    FROM public.prices
   ORDER BY prices.amount DESC
  LIMIT 3;
END;

-- down

DROP FUNCTION public.cheaper(public.prices);

DROP FUNCTION public.top_prices();

-- The column public.prices.currency is dropped with all that it holds.
ALTER TABLE public.prices DROP COLUMN currency;

CREATE FUNCTION public.cheaper(p public.prices)
  RETURNS public.prices
  LANGUAGE sql IMMUTABLE
RETURN ROW((p).item, ((p).amount * 0.9))::public.prices;
