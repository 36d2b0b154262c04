-- Whatever still says public."order"."user" fails from here on: it is called public."order"."from".
ALTER TABLE public."order" RENAME COLUMN "user" TO "from";

BEGIN;

ALTER TABLE public."order" ALTER COLUMN "dot.ted" TYPE text COLLATE "C";

ALTER TABLE public."order" RENAME CONSTRAINT order_user_not_null TO order_from_not_null;

ALTER TABLE public."order" ADD COLUMN "größe" integer;

-- public."order" is written anew while nobody can read or write it: public."order"."quote""d" changes from text to character varying(10).
-- public."order"."quote""d" can hold less as character varying(10) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public."order"."quote""d" holds a value that can't be converted to character varying(10).
ALTER TABLE public."order" ALTER COLUMN "quote""d" TYPE character varying(10);

-- public."order" is written anew while nobody can read or write it: public."order"."select" changes from integer to bigint.
ALTER TABLE public."order" ALTER COLUMN "select" TYPE bigint;

ALTER TABLE public."order" ADD CONSTRAINT order_table_not_null NOT NULL "table" NOT VALID;

CREATE VIEW public."all" AS
SELECT "select",
    "from",
    "größe"
   FROM public."order";

ALTER TABLE public."order" ADD CONSTRAINT "order_Group By_check_plumb_new" CHECK ("Group By" > 1) NOT VALID;

COMMIT;

-- The migration fails where public."order"."table" is NULL. Give these rows a value first.
ALTER TABLE public."order" VALIDATE CONSTRAINT order_table_not_null;

ALTER TABLE public."order" ALTER COLUMN "table" SET DEFAULT 'y'::text;

-- Reads all of public."order" while others go on reading and writing it.
-- Fails if rows of public."order" break order_Group By_check. To find them: SELECT * FROM public."order" WHERE NOT ("Group By" > 1)
ALTER TABLE public."order" VALIDATE CONSTRAINT "order_Group By_check_plumb_new";

BEGIN;

ALTER TABLE public."order" DROP CONSTRAINT "order_Group By_check";

ALTER TABLE public."order" RENAME CONSTRAINT "order_Group By_check_plumb_new" TO "order_Group By_check";

COMMIT;

-- Reads public."order" twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "order.idx_plumb_new" ON public."order" ("Group By", "dot.ted") INCLUDE ("größe");

DROP INDEX CONCURRENTLY public."order.idx";

ALTER INDEX public."order.idx_plumb_new" RENAME TO "order.idx";

-- down

BEGIN;

ALTER TABLE public."order" ALTER COLUMN "dot.ted" TYPE text;

ALTER TABLE public."order" ALTER COLUMN "quote""d" TYPE text;

ALTER TABLE public."order" ALTER COLUMN "table" DROP NOT NULL;

ALTER TABLE public."order" ALTER COLUMN "table" SET DEFAULT 'x'::text;

ALTER TABLE public."order" ADD CONSTRAINT "order_Group By_check_plumb_new" CHECK ("Group By" > 0) NOT VALID;

COMMIT;

-- Reads all of public."order" while others go on reading and writing it.
-- Fails if rows of public."order" break order_Group By_check. To find them: SELECT * FROM public."order" WHERE NOT ("Group By" > 0)
ALTER TABLE public."order" VALIDATE CONSTRAINT "order_Group By_check_plumb_new";

BEGIN;

ALTER TABLE public."order" DROP CONSTRAINT "order_Group By_check";

ALTER TABLE public."order" RENAME CONSTRAINT "order_Group By_check_plumb_new" TO "order_Group By_check";

COMMIT;

-- Reads public."order" twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "order.idx_plumb_new" ON public."order" ("Group By", "dot.ted");

DROP INDEX CONCURRENTLY public."order.idx";

BEGIN;

ALTER INDEX public."order.idx_plumb_new" RENAME TO "order.idx";

DROP VIEW public."all";

ALTER TABLE public."order" RENAME CONSTRAINT order_from_not_null TO order_user_not_null;

-- public."order" is written anew while nobody can read or write it: public."order"."select" changes from bigint to integer.
-- public."order"."select" can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public."order"."select" holds a value that can't be converted to integer.
ALTER TABLE public."order" ALTER COLUMN "select" TYPE integer;

-- The column public."order"."größe" is dropped with all that it holds.
ALTER TABLE public."order" DROP COLUMN "größe";

COMMIT;

-- Whatever still says public."order"."from" fails from here on: it is called public."order"."user".
ALTER TABLE public."order" RENAME COLUMN "from" TO "user";
