ALTER TABLE public.items ADD COLUMN tax integer GENERATED ALWAYS AS (((price * quantity) * 19) / 100) VIRTUAL;

ALTER TABLE public.items ALTER COLUMN twice SET EXPRESSION AS (price + price);

DROP VIEW public.item_totals;

ALTER TABLE public.items DROP COLUMN half;

-- public.items is written anew while nobody can read or write it: each row gets its own value of half.
ALTER TABLE public.items ADD COLUMN half integer GENERATED ALWAYS AS (price / 2) STORED;

ALTER TABLE public.items DROP COLUMN total;

ALTER TABLE public.items ADD COLUMN total integer GENERATED ALWAYS AS (price * quantity) VIRTUAL;

CREATE VIEW public.item_totals AS
SELECT id,
    total,
    half
   FROM public.items;

-- down

ALTER TABLE public.items ALTER COLUMN twice SET EXPRESSION AS (price * 2);

DROP VIEW public.item_totals;

ALTER TABLE public.items DROP COLUMN half;

ALTER TABLE public.items ADD COLUMN half integer GENERATED ALWAYS AS (price / 2) VIRTUAL;

ALTER TABLE public.items DROP COLUMN tax;

ALTER TABLE public.items DROP COLUMN total;

-- public.items is written anew while nobody can read or write it: each row gets its own value of total.
ALTER TABLE public.items ADD COLUMN total integer GENERATED ALWAYS AS (price * quantity) STORED;

CREATE VIEW public.item_totals AS
SELECT id,
    total,
    half
   FROM public.items;
