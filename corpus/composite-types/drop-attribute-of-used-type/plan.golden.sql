-- The values of the attribute fax are lost in every column of type public.address.
ALTER TYPE public.address DROP ATTRIBUTE fax;

-- down

ALTER TYPE public.address RENAME TO address_plumb_old;

CREATE TYPE public.address AS (
  street text,
  fax text,
  city text
);

CREATE FUNCTION public.address_plumb_old(public.address_plumb_old)
  RETURNS public.address
  LANGUAGE sql
  IMMUTABLE STRICT
AS $$ SELECT ROW(($1).street::text, NULL, ($1).city::text)::public.address $$;

CREATE CAST (public.address_plumb_old AS public.address) WITH FUNCTION public.address_plumb_old(public.address_plumb_old);

-- public.shops is written anew while nobody can read or write it: address moves to the new type public.address.
ALTER TABLE public.shops ALTER COLUMN address TYPE public.address USING address::public.address;

DROP CAST (public.address_plumb_old AS public.address);

DROP FUNCTION public.address_plumb_old(public.address_plumb_old);

DROP TYPE public.address_plumb_old;
