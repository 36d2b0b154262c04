ALTER TABLE public.orders_us RENAME CONSTRAINT orders_us_id_not_null TO orders_id_not_null;

ALTER TABLE public.orders_us RENAME CONSTRAINT orders_us_region_not_null TO orders_region_not_null;

ALTER TABLE public.orders ATTACH PARTITION public.orders_us FOR VALUES IN ('us', 'ca');

-- down

ALTER TABLE public.orders DETACH PARTITION public.orders_us CONCURRENTLY;

BEGIN;

ALTER TABLE public.orders_us DROP CONSTRAINT IF EXISTS orders_us_region_check;

ALTER TABLE public.orders_us RENAME CONSTRAINT orders_id_not_null TO orders_us_id_not_null;

ALTER TABLE public.orders_us RENAME CONSTRAINT orders_region_not_null TO orders_us_region_not_null;

COMMIT;
