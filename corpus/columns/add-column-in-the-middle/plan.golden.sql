ALTER TABLE public.people ADD COLUMN first_name text NOT NULL DEFAULT ''::text;

ALTER TABLE public.people ADD COLUMN middle_name text;

CREATE OR REPLACE VIEW public.names AS
SELECT last_name,
    first_name
   FROM public.people;

-- down

DROP VIEW public.names;

-- The column public.people.first_name is dropped with all that it holds.
ALTER TABLE public.people DROP COLUMN first_name;

CREATE VIEW public.names AS
SELECT last_name
   FROM public.people;

-- The column public.people.middle_name is dropped with all that it holds.
ALTER TABLE public.people DROP COLUMN middle_name;
