-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (org, handle). To find them: SELECT org, handle, count(*) FROM public.users GROUP BY org, handle HAVING count(*) > 1. An invalid index one_handle is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY one_handle ON public.users (org, handle) INCLUDE (email);

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT one_handle UNIQUE USING INDEX one_handle;

COMMENT ON CONSTRAINT one_handle ON public.users IS 'per organisation';

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON public.users (email);

ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

-- down

ALTER TABLE public.users DROP CONSTRAINT one_handle;

ALTER TABLE public.users DROP CONSTRAINT users_email_key;
