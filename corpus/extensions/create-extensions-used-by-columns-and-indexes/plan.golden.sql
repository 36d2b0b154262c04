BEGIN;

CREATE EXTENSION citext SCHEMA public;

CREATE EXTENSION intarray SCHEMA public;

CREATE EXTENSION pg_trgm SCHEMA public;

ALTER TABLE public.users ADD COLUMN login public.citext;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (login). To find them: SELECT login, count(*) FROM public.users GROUP BY login HAVING count(*) > 1. An invalid index users_login_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_login_key ON public.users (login);

ALTER TABLE public.users ADD CONSTRAINT users_login_key UNIQUE USING INDEX users_login_key;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY users_email_trgm ON public.users USING gin (email public.gin_trgm_ops);

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY users_tags ON public.users USING gist (tags public.gist__int_ops (numranges='50'));

-- down

BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_login_key;

-- The column public.users.login is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN login;

DROP EXTENSION citext;

COMMIT;

DROP INDEX CONCURRENTLY public.users_email_trgm;

DROP EXTENSION pg_trgm;

DROP INDEX CONCURRENTLY public.users_tags;

DROP EXTENSION intarray;
