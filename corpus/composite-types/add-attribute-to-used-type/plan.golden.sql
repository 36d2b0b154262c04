ALTER TYPE public.address ADD ATTRIBUTE country character(2);

CREATE OR REPLACE FUNCTION public.label(a public.address)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a.street || a.country $function$;

CREATE OR REPLACE VIEW public.cities AS
SELECT id,
    (address).city AS city,
    (address).country AS country
   FROM public.shops;

-- down

DROP VIEW public.cities;

-- The values of the attribute country are lost in every column of type public.address.
ALTER TYPE public.address DROP ATTRIBUTE country;

CREATE OR REPLACE FUNCTION public.label(a public.address)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a.street $function$;

CREATE VIEW public.cities AS
SELECT id,
    (address).city AS city
   FROM public.shops;
