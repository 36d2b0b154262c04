BEGIN;

-- public.t is written anew while nobody can read or write it: public.t.id changes from integer to bigint.
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

DROP INDEX public.t_amount;

DROP VIEW public.amounts;

-- public.t is written anew while nobody can read or write it: public.t.amount changes from integer to numeric(10,2).
-- public.t.amount can hold less as numeric(10,2) than as integer: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.amount holds a value that can't be converted to numeric(10,2).
ALTER TABLE public.t ALTER COLUMN amount TYPE numeric(10,2);

CREATE VIEW public.amounts AS
SELECT at,
    sum(amount) AS amount
   FROM public.t
  GROUP BY at;

CREATE INDEX t_amount ON ONLY public.t (amount) WHERE (amount > (0)::numeric);

COMMIT;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_amount_idx ON public.t_1 (amount) WHERE (amount > (0)::numeric);

ALTER INDEX public.t_amount ATTACH PARTITION public.t_1_amount_idx;

-- Reads public.t_2 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_amount_idx ON public.t_2 (amount) WHERE (amount > (0)::numeric);

ALTER INDEX public.t_amount ATTACH PARTITION public.t_2_amount_idx;

-- down

BEGIN;

-- public.t is written anew while nobody can read or write it: public.t.id changes from bigint to integer.
-- public.t.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.id holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN id TYPE integer;

DROP INDEX public.t_amount;

DROP VIEW public.amounts;

-- public.t is written anew while nobody can read or write it: public.t.amount changes from numeric(10,2) to integer.
-- public.t.amount can hold less as integer than as numeric(10,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.t.amount holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN amount TYPE integer;

CREATE VIEW public.amounts AS
SELECT at,
    sum(amount) AS amount
   FROM public.t
  GROUP BY at;

CREATE INDEX t_amount ON ONLY public.t (amount) WHERE (amount > 0);

COMMIT;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_amount_idx ON public.t_1 (amount) WHERE (amount > 0);

ALTER INDEX public.t_amount ATTACH PARTITION public.t_1_amount_idx;

-- Reads public.t_2 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_amount_idx ON public.t_2 (amount) WHERE (amount > 0);

ALTER INDEX public.t_amount ATTACH PARTITION public.t_2_amount_idx;
