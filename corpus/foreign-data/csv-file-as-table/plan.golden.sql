ALTER FOREIGN TABLE public.rates OPTIONS (ADD header 'true', ADD delimiter ';');

ALTER FOREIGN TABLE public.rates ALTER COLUMN day OPTIONS (ADD force_not_null 'true');

ALTER FOREIGN TABLE public.rates ADD COLUMN note text;

CREATE MATERIALIZED VIEW public.cached AS
SELECT day,
    rate
   FROM public.rates
WITH NO DATA;

-- down

DROP MATERIALIZED VIEW public.cached;

ALTER FOREIGN TABLE public.rates DROP COLUMN note;

ALTER FOREIGN TABLE public.rates OPTIONS (DROP header, DROP delimiter);

ALTER FOREIGN TABLE public.rates ALTER COLUMN day OPTIONS (DROP force_not_null);
