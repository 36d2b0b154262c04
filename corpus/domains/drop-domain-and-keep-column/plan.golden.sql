BEGIN;

ALTER TABLE public.addresses ALTER COLUMN zip TYPE character varying(10);

ALTER TABLE public.addresses ALTER COLUMN zip SET DEFAULT '00000'::character varying;

ALTER TABLE public.addresses ADD CONSTRAINT zip_is_number CHECK ((zip)::text ~ '^\d+$'::text) NOT VALID;

COMMIT;

-- Reads all of public.addresses while others go on reading and writing it.
-- Fails if rows of public.addresses break zip_is_number. To find them: SELECT * FROM public.addresses WHERE NOT ((zip)::text ~ '^\d+$'::text)
ALTER TABLE public.addresses VALIDATE CONSTRAINT zip_is_number;

BEGIN;

-- The column public.addresses.old_zip is dropped with all that it holds.
ALTER TABLE public.addresses DROP COLUMN old_zip;

DROP DOMAIN public.zip;

COMMIT;

-- down

CREATE DOMAIN public.zip AS character varying(10)
  DEFAULT '00000'::character varying
  CONSTRAINT zip_check CHECK (((VALUE)::text ~ '^\d+$'::text));

ALTER TABLE public.addresses ADD COLUMN old_zip public.zip;

ALTER TABLE public.addresses DROP CONSTRAINT zip_is_number;

ALTER TABLE public.addresses ALTER COLUMN zip DROP DEFAULT;

-- Every row of public.addresses is checked against public.zip while nobody can read or write the table.
-- The migration fails where public.addresses.zip holds a value that can't be converted to public.zip.
ALTER TABLE public.addresses ALTER COLUMN zip TYPE public.zip;
