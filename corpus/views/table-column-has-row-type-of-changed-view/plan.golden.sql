CREATE OR REPLACE VIEW public.points AS
SELECT id,
    lat,
    lon
   FROM public.places;

-- down

-- The column public.snapshots.points is dropped with all that it holds.
ALTER TABLE public.snapshots DROP COLUMN points;

DROP VIEW public.points;

CREATE VIEW public.points AS
SELECT id,
    lat
   FROM public.places;

ALTER TABLE public.snapshots ADD COLUMN points public.points[];
