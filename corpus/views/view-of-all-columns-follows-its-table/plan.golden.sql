ALTER TABLE public.items ADD COLUMN colour text;

ALTER TABLE public.items ADD COLUMN weight numeric NOT NULL DEFAULT 0;

CREATE OR REPLACE VIEW public.all_items AS
SELECT id,
    name,
    colour,
    weight
   FROM public.items;

-- down

DROP VIEW public.item_count;

DROP VIEW public.all_items;

-- The column public.items.colour is dropped with all that it holds.
ALTER TABLE public.items DROP COLUMN colour;

-- The column public.items.weight is dropped with all that it holds.
ALTER TABLE public.items DROP COLUMN weight;

CREATE VIEW public.all_items AS
SELECT id,
    name
   FROM public.items;

CREATE VIEW public.item_count AS
SELECT count(*) AS n
   FROM public.all_items;
