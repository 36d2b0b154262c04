-- public.bookings."Amount" changes from integer to bigint in steps: "Amount_plumb_new" takes its place when it is filled.
ALTER TABLE public.bookings ADD COLUMN "Amount_plumb_new" bigint;

BEGIN;

ALTER TABLE public.bookings ALTER COLUMN "Amount_plumb_new" SET STATISTICS 300;

-- What is written to "Amount" from now on is written to "Amount_plumb_new" as well.
CREATE FUNCTION public."bookings_Amount_plumb_write"() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW."Amount_plumb_new" := NEW."Amount";
  RETURN NEW;
END
$plumb$;

COMMIT;

CREATE TRIGGER "zz_Amount_plumb_write" BEFORE INSERT OR UPDATE ON public.bookings
  FOR EACH ROW EXECUTE FUNCTION public."bookings_Amount_plumb_write"();

ALTER TABLE public.bookings ENABLE ALWAYS TRIGGER "zz_Amount_plumb_write";

-- Rows that were there before get their values.
UPDATE public.bookings SET "Amount_plumb_new" = "Amount" WHERE "Amount" IS NOT NULL AND "Amount_plumb_new" IS NULL;

ALTER TABLE public.bookings ADD CONSTRAINT "bookings_Amount_not_null_plumb_new" NOT NULL "Amount_plumb_new" NOT VALID;

ALTER TABLE public.bookings VALIDATE CONSTRAINT "bookings_Amount_not_null_plumb_new";

ANALYZE public.bookings ("Amount_plumb_new");

ALTER TABLE public.bookings ADD CONSTRAINT not_too_much_plumb_new CHECK ("Amount_plumb_new" < 1000000) NOT VALID;

-- Reads all of public.bookings while others go on reading and writing it.
-- Fails if rows of public.bookings break not_too_much_plumb_new. To find them: SELECT * FROM public.bookings WHERE NOT ("Amount_plumb_new" < 1000000)
ALTER TABLE public.bookings VALIDATE CONSTRAINT not_too_much_plumb_new;

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.bookings have the same ("Amount_plumb_new", account). To find them: SELECT "Amount_plumb_new", account, count(*) FROM public.bookings GROUP BY "Amount_plumb_new", account HAVING count(*) > 1. An invalid index once_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY once_plumb_new ON public.bookings ("Amount_plumb_new", account);

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.bookings have the same ("Amount_plumb_new", id). To find them: SELECT "Amount_plumb_new", id, count(*) FROM public.bookings GROUP BY "Amount_plumb_new", id HAVING count(*) > 1. An invalid index identifies_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY identifies_plumb_new ON public.bookings ("Amount_plumb_new", id);

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY sorted_plumb_new ON public.bookings (abs("Amount_plumb_new"), lower(note));

BEGIN;

ALTER TABLE public.bookings DROP CONSTRAINT not_too_much;

ALTER TABLE public.bookings RENAME CONSTRAINT not_too_much_plumb_new TO not_too_much;

DROP MATERIALIZED VIEW public.totals;

ALTER TABLE public.bookings DROP CONSTRAINT once, ADD CONSTRAINT once UNIQUE USING INDEX once_plumb_new;

ALTER TABLE public.bookings SET WITHOUT CLUSTER;

DROP INDEX public.sorted;

ALTER INDEX public.sorted_plumb_new RENAME TO sorted;

ALTER TABLE public.bookings REPLICA IDENTITY DEFAULT;

DROP INDEX public.identifies;

ALTER INDEX public.identifies_plumb_new RENAME TO identifies;

DROP POLICY small ON public.bookings;

DROP TRIGGER large ON public.bookings;

DROP STATISTICS public.together;

DROP VIEW public.poor;

DROP VIEW public.balances;

DROP TRIGGER "zz_Amount_plumb_write" ON public.bookings;

DROP FUNCTION public."bookings_Amount_plumb_write"();

-- From here on "Amount" stands behind the other columns of public.bookings.
ALTER TABLE public.bookings DROP COLUMN "Amount";

ALTER TABLE public.bookings RENAME COLUMN "Amount_plumb_new" TO "Amount";

ALTER TABLE public.bookings RENAME CONSTRAINT "bookings_Amount_not_null_plumb_new" TO "bookings_Amount_not_null";

ALTER TABLE public.bookings ALTER COLUMN "Amount" SET DEFAULT 0;

CREATE VIEW public.balances WITH (security_barrier = 'true') AS
SELECT account,
    sum("Amount") AS balance
   FROM public.bookings
  GROUP BY account;

CREATE VIEW public.poor AS
SELECT account
   FROM public.balances
  WHERE (balance < (0)::numeric);

-- The materialized view public.totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.totals AS
SELECT "Amount",
    count(*) AS times
   FROM public.bookings
  GROUP BY "Amount";

CREATE UNIQUE INDEX totals_amount ON public.totals ("Amount");

CREATE STATISTICS public.together ON "Amount", account FROM public.bookings;

CREATE TRIGGER large BEFORE INSERT OR UPDATE OF "Amount" ON public.bookings FOR EACH ROW WHEN ((new."Amount" > 500000))
  EXECUTE FUNCTION public.refuse();

CREATE POLICY small ON public.bookings
  FOR SELECT
  TO app
  USING (("Amount" < 1000));

ALTER TABLE public.bookings REPLICA IDENTITY USING INDEX identifies;

ALTER TABLE public.bookings CLUSTER ON sorted;

COMMENT ON COLUMN public.bookings."Amount" IS 'cents';

COMMENT ON CONSTRAINT not_too_much ON public.bookings IS 'by law';

COMMENT ON INDEX public.sorted IS 'for the report';

GRANT SELECT ("Amount"), UPDATE ("Amount") ON TABLE public.bookings TO app;

GRANT SELECT ON TABLE public.balances TO app;

COMMIT;

-- down

-- public.bookings."Amount" changes from bigint to integer in steps: "Amount_plumb_new" takes its place when it is filled.
ALTER TABLE public.bookings ADD COLUMN "Amount_plumb_new" integer;

BEGIN;

ALTER TABLE public.bookings ALTER COLUMN "Amount_plumb_new" SET STATISTICS 300;

-- What is written to "Amount" from now on is written to "Amount_plumb_new" as well, and refused where it has no value there.
CREATE FUNCTION public."bookings_Amount_plumb_write"() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW."Amount_plumb_new" := NEW."Amount";
  RETURN NEW;
END
$plumb$;

COMMIT;

CREATE TRIGGER "zz_Amount_plumb_write" BEFORE INSERT OR UPDATE ON public.bookings
  FOR EACH ROW EXECUTE FUNCTION public."bookings_Amount_plumb_write"();

ALTER TABLE public.bookings ENABLE ALWAYS TRIGGER "zz_Amount_plumb_write";

-- Rows that were there before get their values.
-- public.bookings."Amount" can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.bookings."Amount" holds a value that can't be converted to integer.
UPDATE public.bookings SET "Amount_plumb_new" = "Amount" WHERE "Amount" IS NOT NULL AND "Amount_plumb_new" IS NULL;

ALTER TABLE public.bookings ADD CONSTRAINT "bookings_Amount_not_null_plumb_new" NOT NULL "Amount_plumb_new" NOT VALID;

ALTER TABLE public.bookings VALIDATE CONSTRAINT "bookings_Amount_not_null_plumb_new";

ANALYZE public.bookings ("Amount_plumb_new");

ALTER TABLE public.bookings ADD CONSTRAINT not_too_much_plumb_new CHECK ("Amount_plumb_new" < 1000000) NOT VALID;

-- Reads all of public.bookings while others go on reading and writing it.
-- Fails if rows of public.bookings break not_too_much_plumb_new. To find them: SELECT * FROM public.bookings WHERE NOT ("Amount_plumb_new" < 1000000)
ALTER TABLE public.bookings VALIDATE CONSTRAINT not_too_much_plumb_new;

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.bookings have the same ("Amount_plumb_new", account). To find them: SELECT "Amount_plumb_new", account, count(*) FROM public.bookings GROUP BY "Amount_plumb_new", account HAVING count(*) > 1. An invalid index once_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY once_plumb_new ON public.bookings ("Amount_plumb_new", account);

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.bookings have the same ("Amount_plumb_new", id). To find them: SELECT "Amount_plumb_new", id, count(*) FROM public.bookings GROUP BY "Amount_plumb_new", id HAVING count(*) > 1. An invalid index identifies_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY identifies_plumb_new ON public.bookings ("Amount_plumb_new", id);

-- Reads public.bookings twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY sorted_plumb_new ON public.bookings (abs("Amount_plumb_new"), lower(note));

BEGIN;

ALTER TABLE public.bookings DROP CONSTRAINT not_too_much;

ALTER TABLE public.bookings RENAME CONSTRAINT not_too_much_plumb_new TO not_too_much;

DROP MATERIALIZED VIEW public.totals;

ALTER TABLE public.bookings DROP CONSTRAINT once, ADD CONSTRAINT once UNIQUE USING INDEX once_plumb_new;

ALTER TABLE public.bookings SET WITHOUT CLUSTER;

DROP INDEX public.sorted;

ALTER INDEX public.sorted_plumb_new RENAME TO sorted;

ALTER TABLE public.bookings REPLICA IDENTITY DEFAULT;

DROP INDEX public.identifies;

ALTER INDEX public.identifies_plumb_new RENAME TO identifies;

DROP POLICY small ON public.bookings;

DROP TRIGGER large ON public.bookings;

DROP STATISTICS public.together;

DROP VIEW public.poor;

DROP VIEW public.balances;

DROP TRIGGER "zz_Amount_plumb_write" ON public.bookings;

DROP FUNCTION public."bookings_Amount_plumb_write"();

-- From here on "Amount" stands behind the other columns of public.bookings.
ALTER TABLE public.bookings DROP COLUMN "Amount";

ALTER TABLE public.bookings RENAME COLUMN "Amount_plumb_new" TO "Amount";

ALTER TABLE public.bookings RENAME CONSTRAINT "bookings_Amount_not_null_plumb_new" TO "bookings_Amount_not_null";

ALTER TABLE public.bookings ALTER COLUMN "Amount" SET DEFAULT 0;

CREATE VIEW public.balances WITH (security_barrier = 'true') AS
SELECT account,
    sum("Amount") AS balance
   FROM public.bookings
  GROUP BY account;

CREATE VIEW public.poor AS
SELECT account
   FROM public.balances
  WHERE (balance < 0);

-- The materialized view public.totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.totals AS
SELECT "Amount",
    count(*) AS times
   FROM public.bookings
  GROUP BY "Amount";

CREATE UNIQUE INDEX totals_amount ON public.totals ("Amount");

CREATE STATISTICS public.together ON "Amount", account FROM public.bookings;

CREATE TRIGGER large BEFORE INSERT OR UPDATE OF "Amount" ON public.bookings FOR EACH ROW WHEN ((new."Amount" > 500000))
  EXECUTE FUNCTION public.refuse();

CREATE POLICY small ON public.bookings
  FOR SELECT
  TO app
  USING (("Amount" < 1000));

ALTER TABLE public.bookings REPLICA IDENTITY USING INDEX identifies;

ALTER TABLE public.bookings CLUSTER ON sorted;

COMMENT ON COLUMN public.bookings."Amount" IS 'cents';

COMMENT ON CONSTRAINT not_too_much ON public.bookings IS 'by law';

COMMENT ON INDEX public.sorted IS 'for the report';

GRANT SELECT ("Amount"), UPDATE ("Amount") ON TABLE public.bookings TO app;

GRANT SELECT ON TABLE public.balances TO app;

COMMIT;
