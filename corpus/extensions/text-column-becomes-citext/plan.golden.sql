CREATE EXTENSION citext SCHEMA public;

DROP VIEW public.emails;

-- public.users is written anew while nobody can read or write it: public.users.email changes from text to public.citext.
-- The migration fails where public.users.email holds a value that can't be converted to public.citext.
ALTER TABLE public.users ALTER COLUMN email TYPE public.citext USING email::public.citext;

CREATE VIEW public.emails AS
SELECT email
   FROM public.users
  WHERE (email OPERATOR(public.<>) ''::public.citext);

-- down

BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_email_key;

DROP VIEW public.emails;

ALTER TABLE public.users ALTER COLUMN email TYPE text;

DROP EXTENSION citext;

CREATE VIEW public.emails AS
SELECT email
   FROM public.users
  WHERE (email <> ''::text);

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON public.users (email);

ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
