BEGIN;

-- Whatever still says public.users fails from here on: it is called public.accounts.
ALTER TABLE public.users RENAME TO accounts;

ALTER SEQUENCE public.users_id_seq RENAME TO accounts_id_seq;

ALTER TABLE public.accounts RENAME CONSTRAINT users_id_check TO accounts_id_check;

ALTER TABLE public.accounts RENAME CONSTRAINT users_pkey TO accounts_pkey;

ALTER TABLE public.accounts RENAME CONSTRAINT users_email_key TO accounts_email_key;

ALTER TABLE public.accounts RENAME CONSTRAINT users_boss_fkey TO accounts_boss_fkey;

ALTER INDEX public.users_boss_idx RENAME TO accounts_boss_idx;

COMMIT;

BEGIN;

ALTER TABLE public.accounts RENAME CONSTRAINT users_email_not_null TO accounts_email_not_null;

ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_not_null TO users_email_not_null;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;

COMMIT;

BEGIN;

ALTER INDEX public.accounts_boss_idx RENAME TO users_boss_idx;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_boss_fkey TO users_boss_fkey;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_key TO users_email_key;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_pkey TO users_pkey;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_check TO users_id_check;

ALTER SEQUENCE public.accounts_id_seq RENAME TO users_id_seq;

-- Whatever still says public.accounts fails from here on: it is called public.users.
ALTER TABLE public.accounts RENAME TO users;

COMMIT;
