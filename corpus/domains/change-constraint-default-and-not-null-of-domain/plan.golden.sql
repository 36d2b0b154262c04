BEGIN;

ALTER DOMAIN public.note DROP DEFAULT;

-- The migration fails where a column of type public.note holds NULL. Give these rows a value first.
-- Every table with a column of type public.note is read while nobody can write to it.
ALTER DOMAIN public.note SET NOT NULL;

ALTER DOMAIN public.qty DROP CONSTRAINT positive;

ALTER DOMAIN public.qty SET DEFAULT 0;

ALTER DOMAIN public.qty DROP NOT NULL;

ALTER DOMAIN public.qty ADD CONSTRAINT positive CHECK ((VALUE >= 0)) NOT VALID;

COMMIT;

-- The migration fails where a column of type public.qty holds a value that breaks CHECK ((VALUE >= 0)).
-- Every table with a column of type public.qty is read.
ALTER DOMAIN public.qty VALIDATE CONSTRAINT positive;

-- down

BEGIN;

ALTER DOMAIN public.note SET DEFAULT 'none'::text;

ALTER DOMAIN public.note DROP NOT NULL;

ALTER DOMAIN public.qty DROP CONSTRAINT positive;

ALTER DOMAIN public.qty SET DEFAULT 1;

-- The migration fails where a column of type public.qty holds NULL. Give these rows a value first.
-- Every table with a column of type public.qty is read while nobody can write to it.
ALTER DOMAIN public.qty SET NOT NULL;

ALTER DOMAIN public.qty ADD CONSTRAINT positive CHECK ((VALUE > 0)) NOT VALID;

COMMIT;

-- The migration fails where a column of type public.qty holds a value that breaks CHECK ((VALUE > 0)).
-- Every table with a column of type public.qty is read.
ALTER DOMAIN public.qty VALIDATE CONSTRAINT positive;
