BEGIN;

-- Whatever still says public.old_orders fails from here on: it is called public.old_orders_plumb_swap.
ALTER TABLE public.old_orders RENAME TO old_orders_plumb_swap;

-- Whatever still says public.orders fails from here on: it is called public.old_orders.
ALTER TABLE public.orders RENAME TO old_orders;

-- Whatever still says public.old_orders_plumb_swap fails from here on: it is called public.orders.
ALTER TABLE public.old_orders_plumb_swap RENAME TO orders;

COMMIT;

BEGIN;

ALTER TABLE public.old_orders RENAME CONSTRAINT orders_id_not_null TO old_orders_id_not_null;

ALTER TABLE public.orders RENAME CONSTRAINT old_orders_id_not_null TO orders_id_not_null;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.old_orders RENAME CONSTRAINT old_orders_id_not_null TO orders_id_not_null;

ALTER TABLE public.orders RENAME CONSTRAINT orders_id_not_null TO old_orders_id_not_null;

COMMIT;

BEGIN;

-- Whatever still says public.orders fails from here on: it is called public.old_orders_plumb_swap.
ALTER TABLE public.orders RENAME TO old_orders_plumb_swap;

-- Whatever still says public.old_orders fails from here on: it is called public.orders.
ALTER TABLE public.old_orders RENAME TO orders;

-- Whatever still says public.old_orders_plumb_swap fails from here on: it is called public.old_orders.
ALTER TABLE public.old_orders_plumb_swap RENAME TO old_orders;

COMMIT;
