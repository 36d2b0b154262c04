BEGIN;

ALTER TABLE public.items ADD CONSTRAINT items_order_id_order_at_fkey FOREIGN KEY (order_id, order_at) REFERENCES public.orders (id, at) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.returns DROP CONSTRAINT returns_order, ADD CONSTRAINT returns_order FOREIGN KEY (order_id, order_at) REFERENCES public.orders (id, at) ON UPDATE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.items while others go on reading and writing it.
-- Fails if rows of public.items refer to nothing by items_order_id_order_at_fkey. To find them: SELECT * FROM public.items AS c WHERE c.order_id IS NOT NULL AND c.order_at IS NOT NULL AND NOT EXISTS (SELECT FROM public.orders AS p WHERE p.id = c.order_id AND p.at = c.order_at)
ALTER TABLE public.items VALIDATE CONSTRAINT items_order_id_order_at_fkey;

-- Reads all of public.orders while others go on reading and writing it.
-- Fails if rows of public.orders refer to nothing by orders_customer_id_fkey. To find them: SELECT * FROM public.orders AS c WHERE c.customer_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.customers AS p WHERE p.id = c.customer_id)
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_customer_id_fkey;

-- Reads all of public.returns while others go on reading and writing it.
-- Fails if rows of public.returns refer to nothing by returns_order. To find them: SELECT * FROM public.returns AS c WHERE c.order_id IS NOT NULL AND c.order_at IS NOT NULL AND NOT EXISTS (SELECT FROM public.orders AS p WHERE p.id = c.order_id AND p.at = c.order_at)
ALTER TABLE public.returns VALIDATE CONSTRAINT returns_order;

-- down

ALTER TABLE public.returns DROP CONSTRAINT returns_order, ADD CONSTRAINT returns_order FOREIGN KEY (order_id, order_at) REFERENCES public.orders (id, at) NOT VALID;

-- Reads all of public.returns while others go on reading and writing it.
-- Fails if rows of public.returns refer to nothing by returns_order. To find them: SELECT * FROM public.returns AS c WHERE c.order_id IS NOT NULL AND c.order_at IS NOT NULL AND NOT EXISTS (SELECT FROM public.orders AS p WHERE p.id = c.order_id AND p.at = c.order_at)
ALTER TABLE public.returns VALIDATE CONSTRAINT returns_order;

BEGIN;

ALTER TABLE public.items DROP CONSTRAINT items_order_id_order_at_fkey;

ALTER TABLE public.orders DROP CONSTRAINT orders_customer_id_fkey;

COMMIT;
