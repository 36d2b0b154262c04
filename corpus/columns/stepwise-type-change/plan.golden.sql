-- public.ledger.amount changes from integer to bigint in steps: amount_plumb_new takes its place when it is filled.
ALTER TABLE public.ledger ADD COLUMN amount_plumb_new bigint;

-- What is written to amount from now on is written to amount_plumb_new as well.
CREATE FUNCTION public.ledger_amount_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.amount_plumb_new := NEW.amount;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_amount_plumb_write BEFORE INSERT OR UPDATE ON public.ledger
  FOR EACH ROW EXECUTE FUNCTION public.ledger_amount_plumb_write();

ALTER TABLE public.ledger ENABLE ALWAYS TRIGGER zz_amount_plumb_write;

-- Rows that were there before get their values.
UPDATE public.ledger SET amount_plumb_new = amount WHERE amount IS NOT NULL AND amount_plumb_new IS NULL;

ALTER TABLE public.ledger ADD CONSTRAINT ledger_amount_not_null_plumb_new NOT NULL amount_plumb_new NOT VALID;

ALTER TABLE public.ledger VALIDATE CONSTRAINT ledger_amount_not_null_plumb_new;

ANALYZE public.ledger (amount_plumb_new);

ALTER TABLE public.ledger ADD CONSTRAINT ledger_amount_check_plumb_new CHECK (amount_plumb_new > '-1000'::integer) NOT VALID;

-- Reads all of public.ledger while others go on reading and writing it.
-- Fails if rows of public.ledger break ledger_amount_check_plumb_new. To find them: SELECT * FROM public.ledger WHERE NOT (amount_plumb_new > '-1000'::integer)
ALTER TABLE public.ledger VALIDATE CONSTRAINT ledger_amount_check_plumb_new;

-- Reads public.ledger twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY ledger_amount_plumb_new ON public.ledger (amount_plumb_new) WHERE (amount_plumb_new > 0);

BEGIN;

DROP VIEW public.balances;

ALTER TABLE public.ledger DROP CONSTRAINT ledger_amount_check;

ALTER TABLE public.ledger RENAME CONSTRAINT ledger_amount_check_plumb_new TO ledger_amount_check;

DROP INDEX public.ledger_amount;

ALTER INDEX public.ledger_amount_plumb_new RENAME TO ledger_amount;

DROP TRIGGER zz_amount_plumb_write ON public.ledger;

DROP FUNCTION public.ledger_amount_plumb_write();

-- From here on amount stands behind the other columns of public.ledger.
ALTER TABLE public.ledger DROP COLUMN amount;

ALTER TABLE public.ledger RENAME COLUMN amount_plumb_new TO amount;

ALTER TABLE public.ledger RENAME CONSTRAINT ledger_amount_not_null_plumb_new TO ledger_amount_not_null;

ALTER TABLE public.ledger ALTER COLUMN amount SET DEFAULT 0;

CREATE VIEW public.balances AS
SELECT account,
    sum(amount) AS balance
   FROM public.ledger
  GROUP BY account;

COMMENT ON COLUMN public.ledger.amount IS 'cents';

GRANT UPDATE (amount) ON TABLE public.ledger TO app;

COMMIT;

-- down

-- public.ledger.amount changes from bigint to integer in steps: amount_plumb_new takes its place when it is filled.
ALTER TABLE public.ledger ADD COLUMN amount_plumb_new integer;

-- What is written to amount from now on is written to amount_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.ledger_amount_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.amount_plumb_new := NEW.amount;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_amount_plumb_write BEFORE INSERT OR UPDATE ON public.ledger
  FOR EACH ROW EXECUTE FUNCTION public.ledger_amount_plumb_write();

ALTER TABLE public.ledger ENABLE ALWAYS TRIGGER zz_amount_plumb_write;

-- Rows that were there before get their values.
-- public.ledger.amount can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.ledger.amount holds a value that can't be converted to integer.
UPDATE public.ledger SET amount_plumb_new = amount WHERE amount IS NOT NULL AND amount_plumb_new IS NULL;

ALTER TABLE public.ledger ADD CONSTRAINT ledger_amount_not_null_plumb_new NOT NULL amount_plumb_new NOT VALID;

ALTER TABLE public.ledger VALIDATE CONSTRAINT ledger_amount_not_null_plumb_new;

ANALYZE public.ledger (amount_plumb_new);

ALTER TABLE public.ledger ADD CONSTRAINT ledger_amount_check_plumb_new CHECK (amount_plumb_new > '-1000'::integer) NOT VALID;

-- Reads all of public.ledger while others go on reading and writing it.
-- Fails if rows of public.ledger break ledger_amount_check_plumb_new. To find them: SELECT * FROM public.ledger WHERE NOT (amount_plumb_new > '-1000'::integer)
ALTER TABLE public.ledger VALIDATE CONSTRAINT ledger_amount_check_plumb_new;

-- Reads public.ledger twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY ledger_amount_plumb_new ON public.ledger (amount_plumb_new) WHERE (amount_plumb_new > 0);

BEGIN;

DROP VIEW public.balances;

ALTER TABLE public.ledger DROP CONSTRAINT ledger_amount_check;

ALTER TABLE public.ledger RENAME CONSTRAINT ledger_amount_check_plumb_new TO ledger_amount_check;

DROP INDEX public.ledger_amount;

ALTER INDEX public.ledger_amount_plumb_new RENAME TO ledger_amount;

DROP TRIGGER zz_amount_plumb_write ON public.ledger;

DROP FUNCTION public.ledger_amount_plumb_write();

-- From here on amount stands behind the other columns of public.ledger.
ALTER TABLE public.ledger DROP COLUMN amount;

ALTER TABLE public.ledger RENAME COLUMN amount_plumb_new TO amount;

ALTER TABLE public.ledger RENAME CONSTRAINT ledger_amount_not_null_plumb_new TO ledger_amount_not_null;

ALTER TABLE public.ledger ALTER COLUMN amount SET DEFAULT 0;

CREATE VIEW public.balances AS
SELECT account,
    sum(amount) AS balance
   FROM public.ledger
  GROUP BY account;

COMMENT ON COLUMN public.ledger.amount IS 'cents';

GRANT UPDATE (amount) ON TABLE public.ledger TO app;

COMMIT;
