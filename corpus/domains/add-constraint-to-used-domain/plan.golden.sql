BEGIN;

ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text)) NOT VALID;

ALTER DOMAIN public.email ADD CONSTRAINT short CHECK ((length(VALUE) < 200)) NOT VALID;

COMMIT;

-- The migration fails where a column of type public.email holds a value that breaks CHECK ((VALUE ~~ '%@%'::text)).
-- Every table with a column of type public.email is read.
ALTER DOMAIN public.email VALIDATE CONSTRAINT has_at;

COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS 'Roughly';

-- The migration fails where a column of type public.email holds a value that breaks CHECK ((length(VALUE) < 200)).
-- Every table with a column of type public.email is read.
ALTER DOMAIN public.email VALIDATE CONSTRAINT short;

-- down

ALTER DOMAIN public.email DROP CONSTRAINT has_at;

ALTER DOMAIN public.email DROP CONSTRAINT short;
