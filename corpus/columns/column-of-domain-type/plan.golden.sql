BEGIN;

CREATE DOMAIN public.positive AS integer
  NOT NULL
  CONSTRAINT positive_check CHECK ((VALUE > 0));

ALTER TABLE public.users ALTER COLUMN backup TYPE text;

-- Every row of public.users is checked against public.positive while nobody can read or write the table.
-- The migration fails where public.users.id holds a value that can't be converted to public.positive.
ALTER TABLE public.users ALTER COLUMN id TYPE public.positive;

-- Every row of public.users is checked against public.email while nobody can read or write the table.
-- The migration fails where public.users.mail holds a value that can't be converted to public.email.
ALTER TABLE public.users ALTER COLUMN mail TYPE public.email;

ALTER TABLE public.users ADD CONSTRAINT users_mail_not_null NOT NULL mail NOT VALID;

COMMIT;

-- The migration fails where public.users.mail is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_mail_not_null;

ALTER TABLE public.users ALTER COLUMN mail SET DEFAULT 'none@example.com'::text;

-- down

-- Every row of public.users is checked against public.email while nobody can read or write the table.
-- The migration fails where public.users.backup holds a value that can't be converted to public.email.
ALTER TABLE public.users ALTER COLUMN backup TYPE public.email;

ALTER TABLE public.users ALTER COLUMN id TYPE integer;

ALTER TABLE public.users ALTER COLUMN mail DROP DEFAULT;

ALTER TABLE public.users ALTER COLUMN mail DROP NOT NULL;

ALTER TABLE public.users ALTER COLUMN mail TYPE text;

DROP DOMAIN public.positive;
