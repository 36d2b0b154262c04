BEGIN;

ALTER TABLE public.users DROP CONSTRAINT email_given;

ALTER TABLE public.users ADD CONSTRAINT users_email_not_null NOT NULL email NOT VALID;

COMMIT;

-- The migration fails where public.users.email is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_email_not_null;

-- down

BEGIN;

ALTER TABLE public.users ALTER COLUMN email DROP NOT NULL;

ALTER TABLE public.users ADD CONSTRAINT email_given CHECK (email IS NOT NULL) NOT VALID;

COMMIT;

-- Reads all of public.users while others go on reading and writing it.
-- Fails if rows of public.users break email_given. To find them: SELECT * FROM public.users WHERE NOT (email IS NOT NULL)
ALTER TABLE public.users VALIDATE CONSTRAINT email_given;
