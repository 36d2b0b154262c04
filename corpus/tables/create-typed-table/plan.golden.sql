BEGIN;

CREATE TABLE public.addresses OF public.address (
  CONSTRAINT addresses_pkey PRIMARY KEY (street, zip)
);

ALTER TABLE public.addresses ADD CONSTRAINT addresses_city_not_null NOT NULL city NOT VALID;

ALTER TABLE public.addresses ADD CONSTRAINT addresses_street_not_null NOT NULL street NOT VALID;

ALTER TABLE public.addresses ADD CONSTRAINT addresses_zip_not_null NOT NULL zip NOT VALID;

ALTER TABLE public.addresses ALTER COLUMN city SET DEFAULT 'Kiel'::text;

CREATE INDEX addresses_city ON public.addresses (city);

COMMIT;

-- The migration fails where public.addresses.city is NULL. Give these rows a value first.
ALTER TABLE public.addresses VALIDATE CONSTRAINT addresses_city_not_null;

-- The migration fails where public.addresses.street is NULL. Give these rows a value first.
ALTER TABLE public.addresses VALIDATE CONSTRAINT addresses_street_not_null;

-- The migration fails where public.addresses.zip is NULL. Give these rows a value first.
ALTER TABLE public.addresses VALIDATE CONSTRAINT addresses_zip_not_null;

-- down

-- The table public.addresses is dropped with all of its rows.
DROP TABLE public.addresses;
