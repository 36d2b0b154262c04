BEGIN;

ALTER TABLE public.orders DROP CONSTRAINT orders_region_id_fkey;

DROP VIEW public.busy_regions;

DROP VIEW public.orders_by_region;

-- The table public.regions is dropped with all of its rows.
DROP TABLE public.regions;

COMMIT;

DROP INDEX CONCURRENTLY public.orders_region_idx;

-- The column public.orders.region_id is dropped with all that it holds.
ALTER TABLE public.orders DROP COLUMN region_id;

-- down

BEGIN;

CREATE TABLE public.regions (
  id integer NOT NULL,
  label text,
  CONSTRAINT regions_pkey PRIMARY KEY (id)
);

ALTER TABLE public.orders ADD COLUMN region_id integer;

CREATE VIEW public.orders_by_region AS
SELECT r.label,
    count(*) AS orders
   FROM (public.orders o
     JOIN public.regions r ON ((r.id = o.region_id)))
  GROUP BY r.label;

CREATE VIEW public.busy_regions AS
SELECT label
   FROM public.orders_by_region
  WHERE (orders > 10);

ALTER TABLE public.orders ADD CONSTRAINT orders_region_id_fkey FOREIGN KEY (region_id) REFERENCES public.regions (id) NOT VALID;

COMMIT;

-- Reads all of public.orders while others go on reading and writing it.
-- Fails if rows of public.orders refer to nothing by orders_region_id_fkey. To find them: SELECT * FROM public.orders AS c WHERE c.region_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.regions AS p WHERE p.id = c.region_id)
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_region_id_fkey;

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_region_idx ON public.orders (region_id);
