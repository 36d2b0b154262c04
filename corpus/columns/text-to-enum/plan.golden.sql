BEGIN;

CREATE TYPE public.order_state AS ENUM (
  'new',
  'paid',
  'sent'
);

-- public.orders is written anew while nobody can read or write it: public.orders.former changes from text[] to public.order_state[].
-- The migration fails where public.orders.former holds a value that can't be converted to public.order_state[].
ALTER TABLE public.orders ALTER COLUMN former TYPE public.order_state[] USING former::public.order_state[];

ALTER TABLE public.orders DROP CONSTRAINT orders_state_check;

DROP VIEW public.open_orders;

ALTER TABLE public.orders ALTER COLUMN state DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.orders_state;

BEGIN;

-- public.orders is written anew while nobody can read or write it: public.orders.state changes from text to public.order_state.
-- The migration fails where public.orders.state holds a value that can't be converted to public.order_state.
ALTER TABLE public.orders ALTER COLUMN state TYPE public.order_state USING state::public.order_state;

ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'new'::public.order_state;

CREATE VIEW public.open_orders AS
SELECT id,
    state
   FROM public.orders
  WHERE (state = 'new'::public.order_state);

COMMIT;

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_state ON public.orders (state) WHERE (state <> 'sent'::public.order_state);

-- down

BEGIN;

-- public.orders is written anew while nobody can read or write it: public.orders.former changes from public.order_state[] to text[].
ALTER TABLE public.orders ALTER COLUMN former TYPE text[];

DROP VIEW public.open_orders;

COMMIT;

DROP INDEX CONCURRENTLY public.orders_state;

BEGIN;

-- public.orders is written anew while nobody can read or write it: public.orders.state changes from public.order_state to text.
ALTER TABLE public.orders ALTER COLUMN state TYPE text;

ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'new'::text;

ALTER TABLE public.orders ADD CONSTRAINT orders_state_check CHECK (state = ANY (ARRAY['new'::text, 'paid'::text, 'sent'::text])) NOT VALID;

COMMIT;

-- Reads all of public.orders while others go on reading and writing it.
-- Fails if rows of public.orders break orders_state_check. To find them: SELECT * FROM public.orders WHERE NOT (state = ANY (ARRAY['new'::text, 'paid'::text, 'sent'::text]))
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_state_check;

BEGIN;

DROP TYPE public.order_state;

CREATE VIEW public.open_orders AS
SELECT id,
    state
   FROM public.orders
  WHERE (state = 'new'::text);

COMMIT;

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_state ON public.orders (state) WHERE (state <> 'sent'::text);
