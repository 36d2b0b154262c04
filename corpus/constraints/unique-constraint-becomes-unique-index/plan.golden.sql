BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_name UNIQUE USING INDEX users_name;

ALTER TABLE public.logins DROP CONSTRAINT logins_email_fkey;

ALTER TABLE public.users DROP CONSTRAINT users_email;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users (email);

ALTER TABLE public.logins ADD CONSTRAINT logins_email_fkey FOREIGN KEY (email) REFERENCES public.users (email) NOT VALID;

-- Reads all of public.logins while others go on reading and writing it.
-- Fails if rows of public.logins refer to nothing by logins_email_fkey. To find them: SELECT * FROM public.logins AS c WHERE c.email IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.email = c.email)
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_email_fkey;

-- down

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_email UNIQUE USING INDEX users_email;

ALTER TABLE public.users DROP CONSTRAINT users_name;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (name). To find them: SELECT name, count(*) FROM public.users GROUP BY name HAVING count(*) > 1. An invalid index users_name is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_name ON public.users (name);
