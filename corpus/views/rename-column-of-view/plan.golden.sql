ALTER VIEW public.order_totals RENAME COLUMN total TO gross;

CREATE OR REPLACE VIEW public.order_totals AS
SELECT id,
    total AS gross
   FROM public.orders;

CREATE OR REPLACE VIEW public.big_orders AS
SELECT id,
    gross AS total
   FROM public.order_totals
  WHERE (gross > (1000)::numeric);

-- down

ALTER VIEW public.order_totals RENAME COLUMN gross TO total;

CREATE OR REPLACE VIEW public.order_totals AS
SELECT id,
    total
   FROM public.orders;

CREATE OR REPLACE VIEW public.big_orders AS
SELECT id,
    total
   FROM public.order_totals
  WHERE (total > (1000)::numeric);
