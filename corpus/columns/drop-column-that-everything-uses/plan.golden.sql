BEGIN;

-- The policy only_cheap decides which rows of public.products PUBLIC may read and write.
DROP POLICY only_cheap ON public.products;

DROP TRIGGER discount_changed ON public.products;

DROP STATISTICS public.products_stats;

ALTER TABLE public.products DROP CONSTRAINT products_check;

DROP VIEW public.discount_count;

DROP VIEW public.discounted;

ALTER TABLE public.products DROP COLUMN net;

COMMIT;

DROP INDEX CONCURRENTLY public.products_discount;

DROP INDEX CONCURRENTLY public.products_id_discount;

-- The column public.products.discount is dropped with all that it holds.
ALTER TABLE public.products DROP COLUMN discount;

-- down

BEGIN;

ALTER TABLE public.products ADD COLUMN discount numeric(10,2) DEFAULT 0;

-- public.products is written anew while nobody can read or write it: each row gets its own value of net.
ALTER TABLE public.products ADD COLUMN net numeric(10,2) GENERATED ALWAYS AS (price - discount) STORED;

CREATE VIEW public.discounted AS
SELECT id,
    discount
   FROM public.products
  WHERE (discount > (0)::numeric);

CREATE VIEW public.discount_count AS
SELECT count(*) AS n
   FROM public.discounted;

ALTER TABLE public.products ADD CONSTRAINT products_check CHECK (discount <= price) NOT VALID;

CREATE STATISTICS public.products_stats ON discount, price FROM public.products;

CREATE TRIGGER discount_changed BEFORE UPDATE OF discount ON public.products FOR EACH ROW WHEN ((new.discount IS DISTINCT FROM old.discount))
  EXECUTE FUNCTION public.noop();

-- The policy only_cheap decides which rows of public.products PUBLIC may read and write.
CREATE POLICY only_cheap ON public.products
  USING ((discount > (0)::numeric));

COMMENT ON COLUMN public.products.discount IS 'in euros';

GRANT SELECT (discount) ON TABLE public.products TO reader;

COMMIT;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_check. To find them: SELECT * FROM public.products WHERE NOT (discount <= price)
ALTER TABLE public.products VALIDATE CONSTRAINT products_check;

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_discount ON public.products (discount) WHERE (discount > (0)::numeric);

-- Reads public.products twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY products_id_discount ON public.products (id, discount);
