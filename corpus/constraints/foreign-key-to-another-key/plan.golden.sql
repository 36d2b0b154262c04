BEGIN;

ALTER TABLE public.logins ADD COLUMN org integer NOT NULL DEFAULT 1;

ALTER TABLE public.users ADD COLUMN org integer NOT NULL DEFAULT 1;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email, org). To find them: SELECT email, org, count(*) FROM public.users GROUP BY email, org HAVING count(*) > 1. An invalid index users_email_org is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_org ON public.users (email, org);

ALTER TABLE public.logins ADD CONSTRAINT logins_who_fkey_plumb_new FOREIGN KEY (who, org) REFERENCES public.users (email, org) NOT VALID;

-- Reads all of public.logins while others go on reading and writing it.
-- Fails if rows of public.logins refer to nothing by logins_who_fkey. To find them: SELECT * FROM public.logins AS c WHERE c.who IS NOT NULL AND c.org IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.email = c.who AND p.org = c.org)
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_who_fkey_plumb_new;

BEGIN;

ALTER TABLE public.logins DROP CONSTRAINT logins_who_fkey;

ALTER TABLE public.logins RENAME CONSTRAINT logins_who_fkey_plumb_new TO logins_who_fkey;

ALTER TABLE public.users DROP CONSTRAINT users_email_key;

COMMIT;

-- down

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON public.users (email);

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

ALTER TABLE public.logins ADD CONSTRAINT logins_who_fkey_plumb_new FOREIGN KEY (who) REFERENCES public.users (email) ON UPDATE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.logins while others go on reading and writing it.
-- Fails if rows of public.logins refer to nothing by logins_who_fkey. To find them: SELECT * FROM public.logins AS c WHERE c.who IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.email = c.who)
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_who_fkey_plumb_new;

BEGIN;

ALTER TABLE public.logins DROP CONSTRAINT logins_who_fkey;

ALTER TABLE public.logins RENAME CONSTRAINT logins_who_fkey_plumb_new TO logins_who_fkey;

-- The column public.logins.org is dropped with all that it holds.
ALTER TABLE public.logins DROP COLUMN org;

COMMIT;

DROP INDEX CONCURRENTLY public.users_email_org;

-- The column public.users.org is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN org;
