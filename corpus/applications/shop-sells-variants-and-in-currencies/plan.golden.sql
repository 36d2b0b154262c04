BEGIN;

CREATE TYPE public.money_t AS (
  amount numeric(12,2),
  currency character(3)
);

CREATE DOMAIN public.currency AS character(3)
  DEFAULT 'EUR'::bpchar
  CONSTRAINT currency_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

CREATE TABLE public.addresses (
  id integer GENERATED ALWAYS AS IDENTITY,
  customer integer NOT NULL,
  lines text[] NOT NULL,
  country character(2) NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  CONSTRAINT addresses_pkey PRIMARY KEY (id),
  CONSTRAINT addresses_customer_fkey FOREIGN KEY (customer) REFERENCES public.customers (id) ON DELETE CASCADE
);

CREATE TABLE public.variants (
  id bigint GENERATED ALWAYS AS IDENTITY,
  product integer NOT NULL,
  options jsonb NOT NULL DEFAULT '{}'::jsonb,
  stock integer NOT NULL DEFAULT 0,
  CONSTRAINT stock_not_negative CHECK (stock >= 0),
  CONSTRAINT variants_pkey PRIMARY KEY (id),
  CONSTRAINT variants_product_options_key UNIQUE (product, options),
  CONSTRAINT variants_product_fkey FOREIGN KEY (product) REFERENCES public.products (id) ON DELETE CASCADE
);

ALTER TABLE public.categories ALTER COLUMN name TYPE text;

ALTER TABLE public.orders ADD COLUMN ship_to integer;

-- The migration fails where public.products has rows: public.products.currency is NOT NULL and there is no value to give them.
ALTER TABLE public.products ADD COLUMN currency public.currency NOT NULL;

ALTER TABLE public.products ADD COLUMN options jsonb NOT NULL DEFAULT '[]'::jsonb;

ALTER TABLE public.products ALTER COLUMN price TYPE numeric(10,2);

ALTER TABLE public.products ALTER COLUMN sku TYPE character varying(40);

CREATE FUNCTION public.as_money(i public.order_items)
  RETURNS public.money_t
  LANGUAGE sql STABLE
AS $function$ SELECT ROW(i.qty * i.price, p.currency)::money_t FROM products p WHERE p.id = i.product $function$;

ALTER TABLE public.categories ADD CONSTRAINT categories_parent_fkey_plumb_new FOREIGN KEY (parent) REFERENCES public.categories (id) ON DELETE SET NULL NOT VALID;

ALTER TABLE public.order_items ADD CONSTRAINT order_items_qty_check CHECK (qty > 0) NOT VALID;

ALTER TABLE public.orders ADD CONSTRAINT orders_ship_to_fkey FOREIGN KEY (ship_to) REFERENCES public.addresses (id) NOT VALID;

ALTER TABLE public.products ADD CONSTRAINT products_price_check_plumb_new CHECK (price >= (0)::numeric) NOT VALID;

CREATE UNIQUE INDEX one_default_address ON public.addresses (customer) WHERE is_default;

COMMIT;

-- Reads all of public.categories while others go on reading and writing it.
-- Fails if rows of public.categories refer to nothing by categories_parent_fkey. To find them: SELECT * FROM public.categories AS c WHERE c.parent IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS p WHERE p.id = c.parent)
ALTER TABLE public.categories VALIDATE CONSTRAINT categories_parent_fkey_plumb_new;

BEGIN;

ALTER TABLE public.categories DROP CONSTRAINT categories_parent_fkey;

ALTER TABLE public.categories RENAME CONSTRAINT categories_parent_fkey_plumb_new TO categories_parent_fkey;

COMMIT;

-- Reads all of public.order_items while others go on reading and writing it.
-- Fails if rows of public.order_items break order_items_qty_check. To find them: SELECT * FROM public.order_items WHERE NOT (qty > 0)
ALTER TABLE public.order_items VALIDATE CONSTRAINT order_items_qty_check;

-- Reads all of public.orders while others go on reading and writing it.
-- Fails if rows of public.orders refer to nothing by orders_ship_to_fkey. To find them: SELECT * FROM public.orders AS c WHERE c.ship_to IS NOT NULL AND NOT EXISTS (SELECT FROM public.addresses AS p WHERE p.id = c.ship_to)
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_ship_to_fkey;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_price_check. To find them: SELECT * FROM public.products WHERE NOT (price >= (0)::numeric)
ALTER TABLE public.products VALIDATE CONSTRAINT products_price_check_plumb_new;

BEGIN;

ALTER TABLE public.products DROP CONSTRAINT products_price_check;

ALTER TABLE public.products RENAME CONSTRAINT products_price_check_plumb_new TO products_price_check;

COMMIT;

ALTER TYPE public.order_state ADD VALUE 'ordered' AFTER 'cart';

ALTER TYPE public.order_state ADD VALUE 'returned';

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_customer ON public.orders (customer, at DESC);

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_name_plumb_new ON public.products (lower(name) text_pattern_ops);

DROP INDEX CONCURRENTLY public.products_name;

BEGIN;

ALTER INDEX public.products_name_plumb_new RENAME TO products_name;

DROP VIEW public.customer_value;

DROP VIEW public.order_totals;

ALTER TABLE public.order_items ALTER COLUMN price TYPE numeric(10,2);

CREATE VIEW public.order_totals AS
SELECT o.id,
    o.customer,
    o.state,
    sum(((i.qty)::numeric * i.price)) AS total
   FROM (public.orders o
     LEFT JOIN public.order_items i ON ((i."order" = o.id)))
  WHERE (o.state <> 'returned'::public.order_state)
  GROUP BY o.id;

CREATE VIEW public.customer_value AS
SELECT c.id,
    c.email,
    COALESCE(sum(t.total), (0)::numeric) AS value
   FROM (public.customers c
     LEFT JOIN public.order_totals t ON ((t.customer = c.id)))
  GROUP BY c.id;

-- The column public.customers.address is dropped with all that it holds.
ALTER TABLE public.customers DROP COLUMN address;

COMMIT;

-- down

BEGIN;

-- public.categories is written anew while nobody can read or write it: public.categories.name changes from text to character varying(50).
-- public.categories.name can hold less as character varying(50) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.categories.name holds a value that can't be converted to character varying(50).
ALTER TABLE public.categories ALTER COLUMN name TYPE character varying(50);

ALTER TABLE public.customers ADD COLUMN address text;

-- public.products is written anew while nobody can read or write it: public.products.sku changes from character varying(40) to character varying(20).
-- public.products.sku can hold less as character varying(20) than as character varying(40): what doesn't fit is cut off, or refused.
-- The migration fails where public.products.sku holds a value that can't be converted to character varying(20).
ALTER TABLE public.products ALTER COLUMN sku TYPE character varying(20);

ALTER TABLE public.categories ADD CONSTRAINT categories_parent_fkey_plumb_new FOREIGN KEY (parent) REFERENCES public.categories (id) NOT VALID;

COMMIT;

-- Reads all of public.categories while others go on reading and writing it.
-- Fails if rows of public.categories refer to nothing by categories_parent_fkey. To find them: SELECT * FROM public.categories AS c WHERE c.parent IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS p WHERE p.id = c.parent)
ALTER TABLE public.categories VALIDATE CONSTRAINT categories_parent_fkey_plumb_new;

BEGIN;

ALTER TABLE public.categories DROP CONSTRAINT categories_parent_fkey;

ALTER TABLE public.categories RENAME CONSTRAINT categories_parent_fkey_plumb_new TO categories_parent_fkey;

COMMIT;

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_name_plumb_new ON public.products (lower(name));

DROP INDEX CONCURRENTLY public.products_name;

BEGIN;

ALTER INDEX public.products_name_plumb_new RENAME TO products_name;

ALTER TABLE public.order_items DROP CONSTRAINT order_items_qty_check;

ALTER TABLE public.orders DROP CONSTRAINT orders_ship_to_fkey;

DROP VIEW public.customer_value;

DROP VIEW public.order_totals;

-- public.order_items is written anew while nobody can read or write it: public.order_items.price changes from numeric(10,2) to numeric(8,2).
-- public.order_items.price can hold less as numeric(8,2) than as numeric(10,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.order_items.price holds a value that can't be converted to numeric(8,2).
ALTER TABLE public.order_items ALTER COLUMN price TYPE numeric(8,2);

DROP FUNCTION public.as_money(public.order_items);

-- public.products is written anew while nobody can read or write it: public.products.price changes from numeric(10,2) to numeric(8,2).
-- public.products.price can hold less as numeric(8,2) than as numeric(10,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.products.price holds a value that can't be converted to numeric(8,2).
ALTER TABLE public.products ALTER COLUMN price TYPE numeric(8,2);

ALTER TABLE public.products ADD CONSTRAINT products_price_check_plumb_new CHECK (price > (0)::numeric) NOT VALID;

COMMIT;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_price_check. To find them: SELECT * FROM public.products WHERE NOT (price > (0)::numeric)
ALTER TABLE public.products VALIDATE CONSTRAINT products_price_check_plumb_new;

BEGIN;

ALTER TABLE public.products DROP CONSTRAINT products_price_check;

ALTER TABLE public.products RENAME CONSTRAINT products_price_check_plumb_new TO products_price_check;

ALTER TABLE public.orders ALTER COLUMN state DROP DEFAULT;

-- The enum public.order_state loses the values 'ordered', 'returned'.
-- The migration fails where a column of type public.order_state still holds the values 'ordered', 'returned'. Give these rows another value first.
ALTER TYPE public.order_state RENAME TO order_state_plumb_old;

CREATE TYPE public.order_state AS ENUM (
  'cart',
  'paid',
  'sent'
);

-- public.orders is written anew while nobody can read or write it: state moves to the new type public.order_state.
ALTER TABLE public.orders ALTER COLUMN state TYPE public.order_state USING state::text::public.order_state;

ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'cart'::public.order_state;

DROP TYPE public.order_state_plumb_old;

CREATE VIEW public.order_totals AS
SELECT o.id,
    o.customer,
    sum(((i.qty)::numeric * i.price)) AS total
   FROM (public.orders o
     LEFT JOIN public.order_items i ON ((i."order" = o.id)))
  GROUP BY o.id;

CREATE VIEW public.customer_value AS
SELECT c.id,
    c.email,
    COALESCE(sum(t.total), (0)::numeric) AS value
   FROM (public.customers c
     LEFT JOIN public.order_totals t ON ((t.customer = c.id)))
  GROUP BY c.id;

-- The column public.orders.ship_to is dropped with all that it holds.
ALTER TABLE public.orders DROP COLUMN ship_to;

-- The column public.products.currency is dropped with all that it holds.
ALTER TABLE public.products DROP COLUMN currency;

-- The column public.products.options is dropped with all that it holds.
ALTER TABLE public.products DROP COLUMN options;

-- The table public.addresses is dropped with all of its rows.
DROP TABLE public.addresses;

-- The table public.variants is dropped with all of its rows.
DROP TABLE public.variants;

DROP DOMAIN public.currency;

DROP TYPE public.money_t;

COMMIT;

DROP INDEX CONCURRENTLY public.orders_customer;
