-- Whatever still says public.users fails from here on: it is called public.accounts.
ALTER TABLE public.users RENAME TO accounts;

BEGIN;

ALTER TABLE public.accounts RENAME CONSTRAINT users_email_not_null TO accounts_email_not_null;

ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;

CREATE VIEW public.users AS
SELECT id,
    email
   FROM public.accounts
  WHERE (deleted_at IS NULL);

COMMIT;

-- down

BEGIN;

DROP VIEW public.users;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_not_null TO users_email_not_null;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;

COMMIT;

-- Whatever still says public.accounts fails from here on: it is called public.users.
ALTER TABLE public.accounts RENAME TO users;
