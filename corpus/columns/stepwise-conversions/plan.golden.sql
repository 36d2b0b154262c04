-- public.orders.placed changes from timestamp without time zone to timestamp with time zone in steps: placed_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN placed_plumb_new timestamp with time zone;

-- What is written to placed from now on is written to placed_plumb_new as well.
CREATE FUNCTION public.orders_placed_plumb_write() RETURNS trigger
LANGUAGE plpgsql
SET timezone FROM CURRENT
SET datestyle FROM CURRENT
SET intervalstyle FROM CURRENT
AS $plumb$
BEGIN
  NEW.placed_plumb_new := NEW.placed;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_placed_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_placed_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_placed_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET placed_plumb_new = placed WHERE placed IS NOT NULL AND placed_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_placed_not_null_plumb_new NOT NULL placed_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_placed_not_null_plumb_new;

ANALYZE public.orders (placed_plumb_new);

-- public.orders.price changes from numeric(10,2) to numeric(12,4) in steps: price_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN price_plumb_new numeric(12,4);

-- What is written to price from now on is written to price_plumb_new as well.
CREATE FUNCTION public.orders_price_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.price_plumb_new := NEW.price;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_price_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_price_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_price_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET price_plumb_new = price WHERE price IS NOT NULL AND price_plumb_new IS NULL;

ANALYZE public.orders (price_plumb_new);

BEGIN;

DROP TRIGGER zz_price_plumb_write ON public.orders;

DROP FUNCTION public.orders_price_plumb_write();

-- From here on price stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN price;

ALTER TABLE public.orders RENAME COLUMN price_plumb_new TO price;

COMMIT;

-- public.orders.quantity changes from character varying(20) to integer in steps: quantity_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN quantity_plumb_new integer;

-- What is written to quantity from now on is written to quantity_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.orders_quantity_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.quantity_plumb_new := NEW.quantity::integer;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_quantity_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_quantity_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_quantity_plumb_write;

-- Rows that were there before get their values.
-- The migration fails where public.orders.quantity holds a value that can't be converted to integer.
UPDATE public.orders SET quantity_plumb_new = quantity::integer WHERE quantity IS NOT NULL AND quantity_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_quantity_not_null_plumb_new NOT NULL quantity_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_quantity_not_null_plumb_new;

ANALYZE public.orders (quantity_plumb_new);

BEGIN;

DROP TRIGGER zz_quantity_plumb_write ON public.orders;

DROP FUNCTION public.orders_quantity_plumb_write();

-- From here on quantity stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN quantity;

ALTER TABLE public.orders RENAME COLUMN quantity_plumb_new TO quantity;

ALTER TABLE public.orders RENAME CONSTRAINT orders_quantity_not_null_plumb_new TO orders_quantity_not_null;

COMMIT;

-- public.orders.state changes from text to public.state in steps: state_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN state_plumb_new public.state;

-- What is written to state from now on is written to state_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.orders_state_plumb_write() RETURNS trigger
LANGUAGE plpgsql
SET search_path FROM CURRENT
AS $plumb$
BEGIN
  NEW.state_plumb_new := NEW.state::public.state;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_state_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_state_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_state_plumb_write;

-- Rows that were there before get their values.
-- The migration fails where public.orders.state holds a value that can't be converted to public.state.
UPDATE public.orders SET state_plumb_new = state::public.state WHERE state IS NOT NULL AND state_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_state_not_null_plumb_new NOT NULL state_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_state_not_null_plumb_new;

ANALYZE public.orders (state_plumb_new);

-- public.orders.tag changes from text to text[] in steps: tag_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN tag_plumb_new text[];

-- What is written to tag from now on is written to tag_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.orders_tag_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.tag_plumb_new := NEW.tag::text[];
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_tag_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_tag_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_tag_plumb_write;

-- Rows that were there before get their values.
-- The migration fails where public.orders.tag holds a value that can't be converted to text[].
UPDATE public.orders SET tag_plumb_new = tag::text[] WHERE tag IS NOT NULL AND tag_plumb_new IS NULL;

ANALYZE public.orders (tag_plumb_new);

BEGIN;

DROP TRIGGER zz_tag_plumb_write ON public.orders;

DROP FUNCTION public.orders_tag_plumb_write();

-- From here on tag stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN tag;

ALTER TABLE public.orders RENAME COLUMN tag_plumb_new TO tag;

COMMIT;

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_placed_plumb_new ON public.orders (placed_plumb_new DESC) WHERE (state_plumb_new = 'new'::public.state);

BEGIN;

ALTER TABLE public.orders DROP CONSTRAINT orders_state_check;

DROP INDEX public.orders_placed;

ALTER INDEX public.orders_placed_plumb_new RENAME TO orders_placed;

DROP TRIGGER zz_placed_plumb_write ON public.orders;

DROP FUNCTION public.orders_placed_plumb_write();

-- From here on placed stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN placed;

ALTER TABLE public.orders RENAME COLUMN placed_plumb_new TO placed;

ALTER TABLE public.orders RENAME CONSTRAINT orders_placed_not_null_plumb_new TO orders_placed_not_null;

DROP TRIGGER zz_state_plumb_write ON public.orders;

DROP FUNCTION public.orders_state_plumb_write();

-- From here on state stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN state;

ALTER TABLE public.orders RENAME COLUMN state_plumb_new TO state;

ALTER TABLE public.orders RENAME CONSTRAINT orders_state_not_null_plumb_new TO orders_state_not_null;

ALTER TABLE public.orders ALTER COLUMN placed SET DEFAULT now();

ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'new'::public.state;

COMMIT;

-- down

-- public.orders.placed changes from timestamp with time zone to timestamp without time zone in steps: placed_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN placed_plumb_new timestamp without time zone;

-- What is written to placed from now on is written to placed_plumb_new as well.
CREATE FUNCTION public.orders_placed_plumb_write() RETURNS trigger
LANGUAGE plpgsql
SET timezone FROM CURRENT
SET datestyle FROM CURRENT
SET intervalstyle FROM CURRENT
AS $plumb$
BEGIN
  NEW.placed_plumb_new := NEW.placed;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_placed_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_placed_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_placed_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET placed_plumb_new = placed WHERE placed IS NOT NULL AND placed_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_placed_not_null_plumb_new NOT NULL placed_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_placed_not_null_plumb_new;

ANALYZE public.orders (placed_plumb_new);

-- public.orders.price changes from numeric(12,4) to numeric(10,2) in steps: price_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN price_plumb_new numeric(10,2);

-- What is written to price from now on is written to price_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.orders_price_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.price_plumb_new := NEW.price;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_price_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_price_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_price_plumb_write;

-- Rows that were there before get their values.
-- public.orders.price can hold less as numeric(10,2) than as numeric(12,4): what doesn't fit is cut off, or refused.
-- The migration fails where public.orders.price holds a value that can't be converted to numeric(10,2).
UPDATE public.orders SET price_plumb_new = price WHERE price IS NOT NULL AND price_plumb_new IS NULL;

ANALYZE public.orders (price_plumb_new);

BEGIN;

DROP TRIGGER zz_price_plumb_write ON public.orders;

DROP FUNCTION public.orders_price_plumb_write();

-- From here on price stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN price;

ALTER TABLE public.orders RENAME COLUMN price_plumb_new TO price;

COMMIT;

-- public.orders.quantity changes from integer to character varying(20) in steps: quantity_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN quantity_plumb_new character varying(20);

-- What is written to quantity from now on is written to quantity_plumb_new as well.
CREATE FUNCTION public.orders_quantity_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.quantity_plumb_new := NEW.quantity;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_quantity_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_quantity_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_quantity_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET quantity_plumb_new = quantity WHERE quantity IS NOT NULL AND quantity_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_quantity_not_null_plumb_new NOT NULL quantity_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_quantity_not_null_plumb_new;

ANALYZE public.orders (quantity_plumb_new);

BEGIN;

DROP TRIGGER zz_quantity_plumb_write ON public.orders;

DROP FUNCTION public.orders_quantity_plumb_write();

-- From here on quantity stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN quantity;

ALTER TABLE public.orders RENAME COLUMN quantity_plumb_new TO quantity;

ALTER TABLE public.orders RENAME CONSTRAINT orders_quantity_not_null_plumb_new TO orders_quantity_not_null;

COMMIT;

-- public.orders.state changes from public.state to text in steps: state_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN state_plumb_new text;

-- What is written to state from now on is written to state_plumb_new as well.
CREATE FUNCTION public.orders_state_plumb_write() RETURNS trigger
LANGUAGE plpgsql
SET search_path FROM CURRENT
AS $plumb$
BEGIN
  NEW.state_plumb_new := NEW.state;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_state_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_state_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_state_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET state_plumb_new = state WHERE state IS NOT NULL AND state_plumb_new IS NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_state_not_null_plumb_new NOT NULL state_plumb_new NOT VALID;

ALTER TABLE public.orders VALIDATE CONSTRAINT orders_state_not_null_plumb_new;

ANALYZE public.orders (state_plumb_new);

-- public.orders.tag changes from text[] to text in steps: tag_plumb_new takes its place when it is filled.
ALTER TABLE public.orders ADD COLUMN tag_plumb_new text;

-- What is written to tag from now on is written to tag_plumb_new as well.
CREATE FUNCTION public.orders_tag_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.tag_plumb_new := NEW.tag;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_tag_plumb_write BEFORE INSERT OR UPDATE ON public.orders
  FOR EACH ROW EXECUTE FUNCTION public.orders_tag_plumb_write();

ALTER TABLE public.orders ENABLE ALWAYS TRIGGER zz_tag_plumb_write;

-- Rows that were there before get their values.
UPDATE public.orders SET tag_plumb_new = tag WHERE tag IS NOT NULL AND tag_plumb_new IS NULL;

ANALYZE public.orders (tag_plumb_new);

BEGIN;

DROP TRIGGER zz_tag_plumb_write ON public.orders;

DROP FUNCTION public.orders_tag_plumb_write();

-- From here on tag stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN tag;

ALTER TABLE public.orders RENAME COLUMN tag_plumb_new TO tag;

COMMIT;

-- Reads public.orders twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY orders_placed_plumb_new ON public.orders (placed_plumb_new DESC) WHERE (state_plumb_new = 'new'::text);

BEGIN;

DROP INDEX public.orders_placed;

ALTER INDEX public.orders_placed_plumb_new RENAME TO orders_placed;

DROP TRIGGER zz_placed_plumb_write ON public.orders;

DROP FUNCTION public.orders_placed_plumb_write();

-- From here on placed stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN placed;

ALTER TABLE public.orders RENAME COLUMN placed_plumb_new TO placed;

ALTER TABLE public.orders RENAME CONSTRAINT orders_placed_not_null_plumb_new TO orders_placed_not_null;

DROP TRIGGER zz_state_plumb_write ON public.orders;

DROP FUNCTION public.orders_state_plumb_write();

-- From here on state stands behind the other columns of public.orders.
ALTER TABLE public.orders DROP COLUMN state;

ALTER TABLE public.orders RENAME COLUMN state_plumb_new TO state;

ALTER TABLE public.orders RENAME CONSTRAINT orders_state_not_null_plumb_new TO orders_state_not_null;

ALTER TABLE public.orders ALTER COLUMN placed SET DEFAULT now();

ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'new'::text;

ALTER TABLE public.orders ADD CONSTRAINT orders_state_check CHECK (state = ANY (ARRAY['new'::text, 'done'::text])) NOT VALID;

COMMIT;

-- Reads all of public.orders while others go on reading and writing it.
-- Fails if rows of public.orders break orders_state_check. To find them: SELECT * FROM public.orders WHERE NOT (state = ANY (ARRAY['new'::text, 'done'::text]))
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_state_check;
