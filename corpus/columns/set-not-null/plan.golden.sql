BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_age_not_null NOT NULL age NOT VALID;

ALTER TABLE public.users ADD CONSTRAINT users_email_not_null NOT NULL email NOT VALID;

ALTER TABLE public.users ALTER COLUMN name DROP NOT NULL;

COMMIT;

-- The migration fails where public.users.age is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_age_not_null;

ALTER TABLE public.users ALTER COLUMN age SET DEFAULT 0;

-- The migration fails where public.users.email is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_email_not_null;

-- down

BEGIN;

ALTER TABLE public.users ALTER COLUMN email DROP NOT NULL;

ALTER TABLE public.users ADD CONSTRAINT users_name_not_null NOT NULL name NOT VALID;

COMMIT;

-- The migration fails where public.users.name is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_name_not_null;

BEGIN;

ALTER TABLE public.users ALTER COLUMN age DROP DEFAULT;

ALTER TABLE public.users ALTER COLUMN age DROP NOT NULL;

COMMIT;
