ALTER TABLE public.capitals RENAME CONSTRAINT capitals_population_check TO cities_population_check;

BEGIN;

CREATE TABLE public.places (
  name text NOT NULL
);

ALTER TABLE public.cities INHERIT public.places;

ALTER TABLE public.capitals INHERIT public.cities;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.capitals NO INHERIT public.cities;

ALTER TABLE public.cities NO INHERIT public.places;

-- The table public.places is dropped with all of its rows.
DROP TABLE public.places;

COMMIT;

ALTER TABLE public.capitals RENAME CONSTRAINT cities_population_check TO capitals_population_check;
