ALTER TYPE public.region ADD VALUE 'asia' BEFORE 'eu';

BEGIN;

CREATE TABLE public.sales_asia (
  LIKE public.sales INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.sales ATTACH PARTITION public.sales_asia FOR VALUES IN ('asia');

ALTER TABLE public.sales ALTER COLUMN region SET DEFAULT 'asia'::public.region;

COMMIT;

-- down

ALTER TABLE public.sales_eu RENAME TO sales_eu_plumb_old;

ALTER TABLE public.sales RENAME TO sales_plumb_old;

-- The enum public.region loses the value 'asia'.
-- The migration fails where a column of type public.region still holds the value 'asia'. Give these rows another value first.
ALTER TYPE public.region RENAME TO region_plumb_old;

CREATE TYPE public.region AS ENUM (
  'eu',
  'us'
);

CREATE TABLE public.sales (
  id integer CONSTRAINT sales_id_not_null NOT NULL,
  region public.region CONSTRAINT sales_region_not_null NOT NULL
)
PARTITION BY LIST (region);

CREATE TABLE public.sales_eu PARTITION OF public.sales FOR VALUES IN ('eu');

-- public.sales can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.sales are copied while nobody can read or write them.
-- The migration fails where a row of public.sales doesn't fit the new table.
INSERT INTO public.sales (id, region)
SELECT id, region::text::public.region
FROM public.sales_plumb_old;

DROP TABLE public.sales_eu_plumb_old;

DROP TABLE public.sales_plumb_old;

DROP TYPE public.region_plumb_old;
