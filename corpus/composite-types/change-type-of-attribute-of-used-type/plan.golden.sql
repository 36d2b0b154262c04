ALTER TABLE public.prices DROP CONSTRAINT positive;

DROP INDEX CONCURRENTLY public.prices_amount;

BEGIN;

-- public.money_amount.amount can hold less as numeric(12,2) than as integer: what doesn't fit is cut off, or refused.
ALTER TYPE public.money_amount RENAME TO money_amount_plumb_old;

CREATE TYPE public.money_amount AS (
  amount numeric(12,2),
  currency character(3)
);

CREATE FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old)
  RETURNS public.money_amount
  LANGUAGE sql
  IMMUTABLE STRICT
AS $$ SELECT ROW(($1).amount::numeric(12,2), ($1).currency::character(3))::public.money_amount $$;

CREATE CAST (public.money_amount_plumb_old AS public.money_amount) WITH FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old);

-- public.prices is written anew while nobody can read or write it: price moves to the new type public.money_amount.
ALTER TABLE public.prices ALTER COLUMN price TYPE public.money_amount USING price::public.money_amount;

ALTER TABLE public.prices ADD CONSTRAINT positive CHECK ((price).amount > (0)::numeric) NOT VALID;

COMMIT;

-- Reads all of public.prices while others go on reading and writing it.
-- Fails if rows of public.prices break positive. To find them: SELECT * FROM public.prices WHERE NOT ((price).amount > (0)::numeric)
ALTER TABLE public.prices VALIDATE CONSTRAINT positive;

-- Reads public.prices twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY prices_amount ON public.prices (((price).amount));

BEGIN;

DROP CAST (public.money_amount_plumb_old AS public.money_amount);

DROP FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old);

DROP TYPE public.money_amount_plumb_old;

COMMIT;

-- down

ALTER TABLE public.prices DROP CONSTRAINT positive;

DROP INDEX CONCURRENTLY public.prices_amount;

BEGIN;

-- public.money_amount.amount can hold less as integer than as numeric(12,2): what doesn't fit is cut off, or refused.
ALTER TYPE public.money_amount RENAME TO money_amount_plumb_old;

CREATE TYPE public.money_amount AS (
  amount integer,
  currency character(3)
);

CREATE FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old)
  RETURNS public.money_amount
  LANGUAGE sql
  IMMUTABLE STRICT
AS $$ SELECT ROW(($1).amount::integer, ($1).currency::character(3))::public.money_amount $$;

CREATE CAST (public.money_amount_plumb_old AS public.money_amount) WITH FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old);

-- public.prices is written anew while nobody can read or write it: price moves to the new type public.money_amount.
ALTER TABLE public.prices ALTER COLUMN price TYPE public.money_amount USING price::public.money_amount;

ALTER TABLE public.prices ADD CONSTRAINT positive CHECK ((price).amount > 0) NOT VALID;

COMMIT;

-- Reads all of public.prices while others go on reading and writing it.
-- Fails if rows of public.prices break positive. To find them: SELECT * FROM public.prices WHERE NOT ((price).amount > 0)
ALTER TABLE public.prices VALIDATE CONSTRAINT positive;

-- Reads public.prices twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY prices_amount ON public.prices (((price).amount));

BEGIN;

DROP CAST (public.money_amount_plumb_old AS public.money_amount);

DROP FUNCTION public.money_amount_plumb_old(public.money_amount_plumb_old);

DROP TYPE public.money_amount_plumb_old;

COMMIT;
