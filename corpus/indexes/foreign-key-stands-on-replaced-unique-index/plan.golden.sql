ALTER TABLE public.logins DROP CONSTRAINT logins_email_fkey;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email DESC). To find them: SELECT email DESC, count(*) FROM public.users GROUP BY email DESC HAVING count(*) > 1. An invalid index users_email_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_plumb_new ON public.users (email DESC) INCLUDE (id);

DROP INDEX CONCURRENTLY public.users_email;

BEGIN;

ALTER INDEX public.users_email_plumb_new RENAME TO users_email;

ALTER TABLE public.logins ADD CONSTRAINT logins_email_fkey FOREIGN KEY (email) REFERENCES public.users (email) NOT VALID;

COMMIT;

-- Reads all of public.logins while others go on reading and writing it.
-- Fails if rows of public.logins refer to nothing by logins_email_fkey. To find them: SELECT * FROM public.logins AS c WHERE c.email IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.email = c.email)
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_email_fkey;

-- down

ALTER TABLE public.logins DROP CONSTRAINT logins_email_fkey;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_plumb_new ON public.users (email);

DROP INDEX CONCURRENTLY public.users_email;

BEGIN;

ALTER INDEX public.users_email_plumb_new RENAME TO users_email;

ALTER TABLE public.logins ADD CONSTRAINT logins_email_fkey FOREIGN KEY (email) REFERENCES public.users (email) NOT VALID;

COMMIT;

-- Reads all of public.logins while others go on reading and writing it.
-- Fails if rows of public.logins refer to nothing by logins_email_fkey. To find them: SELECT * FROM public.logins AS c WHERE c.email IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.email = c.email)
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_email_fkey;
