BEGIN;

ALTER TABLE public.products ADD COLUMN extra jsonb NOT NULL DEFAULT '{}'::jsonb;

CREATE OR REPLACE VIEW public.colours AS
SELECT id,
    (extra ->> 'colour'::text) AS colour
   FROM public.products;

COMMIT;

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_extra ON public.products USING gin (extra jsonb_path_ops);

DROP INDEX CONCURRENTLY public.products_attrs;

BEGIN;

-- The column public.products.attrs is dropped with all that it holds.
ALTER TABLE public.products DROP COLUMN attrs;

DROP EXTENSION hstore;

COMMIT;

-- down

BEGIN;

CREATE EXTENSION hstore SCHEMA public;

ALTER TABLE public.products ADD COLUMN attrs public.hstore NOT NULL DEFAULT ''::public.hstore;

CREATE OR REPLACE VIEW public.colours AS
SELECT id,
    (attrs OPERATOR(public.->) 'colour'::text) AS colour
   FROM public.products;

COMMIT;

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_attrs ON public.products USING gin (attrs);

DROP INDEX CONCURRENTLY public.products_extra;

-- The column public.products.extra is dropped with all that it holds.
ALTER TABLE public.products DROP COLUMN extra;
