BEGIN;

CREATE FUNCTION public.is_clean(text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
RETURN ($1 = btrim($1));

ALTER TABLE public.products ADD CONSTRAINT "sale below price" CHECK (sale < price) NOT VALID;

ALTER TABLE public.products ADD CONSTRAINT products_check CHECK ((price IS NOT NULL) OR (sale IS NULL)) NOT VALID;

ALTER TABLE public.products ADD CONSTRAINT products_name_check CHECK (public.is_clean(name)) NOT VALID;

ALTER TABLE public.products ADD CONSTRAINT products_price_check CHECK (price > (0)::numeric) NOT VALID;

ALTER TABLE public.products ADD CONSTRAINT whole_row CHECK (products.* IS DISTINCT FROM NULL) NO INHERIT NOT VALID;

COMMIT;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break sale below price. To find them: SELECT * FROM public.products WHERE NOT (sale < price)
ALTER TABLE public.products VALIDATE CONSTRAINT "sale below price";

COMMENT ON CONSTRAINT "sale below price" ON public.products IS 'or it is none';

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_check. To find them: SELECT * FROM public.products WHERE NOT ((price IS NOT NULL) OR (sale IS NULL))
ALTER TABLE public.products VALIDATE CONSTRAINT products_check;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_name_check. To find them: SELECT * FROM public.products WHERE NOT (public.is_clean(name))
ALTER TABLE public.products VALIDATE CONSTRAINT products_name_check;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break products_price_check. To find them: SELECT * FROM public.products WHERE NOT (price > (0)::numeric)
ALTER TABLE public.products VALIDATE CONSTRAINT products_price_check;

-- Reads all of public.products while others go on reading and writing it.
-- Fails if rows of public.products break whole_row. To find them: SELECT * FROM public.products WHERE NOT (products.* IS DISTINCT FROM NULL)
ALTER TABLE public.products VALIDATE CONSTRAINT whole_row;

-- down

ALTER TABLE public.products DROP CONSTRAINT "sale below price";

ALTER TABLE public.products DROP CONSTRAINT products_check;

ALTER TABLE public.products DROP CONSTRAINT products_name_check;

ALTER TABLE public.products DROP CONSTRAINT products_price_check;

ALTER TABLE public.products DROP CONSTRAINT whole_row;

DROP FUNCTION public.is_clean(text);
