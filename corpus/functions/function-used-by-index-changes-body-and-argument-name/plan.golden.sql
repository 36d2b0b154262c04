DROP INDEX CONCURRENTLY public.users_email;

BEGIN;

DROP FUNCTION public.norm(text);

CREATE FUNCTION public.norm(txt text)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT trim(lower(txt)) $function$;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (public.norm(email)). To find them: SELECT public.norm(email), count(*) FROM public.users GROUP BY public.norm(email) HAVING count(*) > 1. An invalid index users_email is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users (public.norm(email));

-- down

DROP INDEX CONCURRENTLY public.users_email;

BEGIN;

DROP FUNCTION public.norm(text);

CREATE FUNCTION public.norm(t text)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT lower(t) $function$;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (public.norm(email)). To find them: SELECT public.norm(email), count(*) FROM public.users GROUP BY public.norm(email) HAVING count(*) > 1. An invalid index users_email is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users (public.norm(email));
