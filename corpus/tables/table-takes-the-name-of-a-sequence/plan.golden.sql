-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY counters_value ON public.counters (value);

BEGIN;

ALTER TABLE public.counters ALTER COLUMN value DROP DEFAULT;

-- Where the sequence public.numbers stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE public.numbers;

CREATE TABLE public.numbers (
  id integer NOT NULL,
  label text,
  CONSTRAINT numbers_pkey PRIMARY KEY (id)
);

COMMIT;

-- down

BEGIN;

-- The table public.numbers is dropped with all of its rows.
DROP TABLE public.numbers;

CREATE SEQUENCE public.numbers
  START WITH 5;

ALTER TABLE public.counters ALTER COLUMN value SET DEFAULT nextval('public.numbers'::regclass);

COMMIT;

DROP INDEX CONCURRENTLY public.counters_value;
