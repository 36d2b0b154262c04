CREATE SCHEMA archive;

CREATE TABLE archive.orders (
  id integer NOT NULL,
  total integer,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE VIEW public.order_view AS
SELECT orders.id,
    orders.total
   FROM public.orders
UNION ALL
 SELECT orders.id,
    orders.total
   FROM archive.orders;

-- down

CREATE OR REPLACE VIEW public.order_view AS
SELECT id,
    total
   FROM public.orders o;

-- The table archive.orders is dropped with all of its rows.
DROP TABLE archive.orders;

DROP SCHEMA archive;
