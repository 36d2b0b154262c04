BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_login_key;

DROP VIEW public.logins;

ALTER COLLATION public.ci RENAME TO ci_plumb_old;

CREATE COLLATION public.ci (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

ALTER TABLE public.users ALTER COLUMN login TYPE text COLLATE public.ci;

CREATE VIEW public.logins AS
SELECT login
   FROM public.users
  ORDER BY login;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (login). To find them: SELECT login, count(*) FROM public.users GROUP BY login HAVING count(*) > 1. An invalid index users_login_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_login_key ON public.users (login);

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_login_key UNIQUE USING INDEX users_login_key;

DROP COLLATION public.ci_plumb_old;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_login_key;

DROP VIEW public.logins;

ALTER COLLATION public.ci RENAME TO ci_plumb_old;

CREATE COLLATION public.ci (PROVIDER = icu, LOCALE = 'und-u-ks-level2');

ALTER TABLE public.users ALTER COLUMN login TYPE text COLLATE public.ci;

CREATE VIEW public.logins AS
SELECT login
   FROM public.users
  ORDER BY login;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (login). To find them: SELECT login, count(*) FROM public.users GROUP BY login HAVING count(*) > 1. An invalid index users_login_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_login_key ON public.users (login);

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_login_key UNIQUE USING INDEX users_login_key;

DROP COLLATION public.ci_plumb_old;

COMMIT;
