-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.counters have the same (name). To find them: SELECT name, count(*) FROM public.counters GROUP BY name HAVING count(*) > 1. An invalid index counters_name is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY counters_name ON public.counters (name);

DROP FUNCTION public.bump(text);

-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.counters have the same (name). To find them: SELECT name, count(*) FROM public.counters GROUP BY name HAVING count(*) > 1. An invalid index counters_name_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY counters_name_key_plumb_new ON public.counters (name);

BEGIN;

ALTER TABLE public.counters DROP CONSTRAINT counters_name_key, ADD CONSTRAINT counters_name_key UNIQUE USING INDEX counters_name_key_plumb_new DEFERRABLE;

CREATE FUNCTION public.bump(what text)
  RETURNS void
  LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.counters (name, n)
   VALUES (bump.what, 1) ON CONFLICT(name) DO UPDATE SET n = (counters.n + 1);
END;

COMMIT;

-- down

-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.counters have the same (name). To find them: SELECT name, count(*) FROM public.counters GROUP BY name HAVING count(*) > 1. An invalid index counters_name_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY counters_name_key_plumb_new ON public.counters (name);

BEGIN;

ALTER TABLE public.counters DROP CONSTRAINT counters_name_key, ADD CONSTRAINT counters_name_key UNIQUE USING INDEX counters_name_key_plumb_new;

CREATE OR REPLACE FUNCTION public.bump(what text)
  RETURNS void
  LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.counters (name, n)
   VALUES (bump.what, 1) ON CONFLICT ON CONSTRAINT counters_name_key DO UPDATE SET n = (counters.n + 1);
END;

COMMIT;

DROP INDEX CONCURRENTLY public.counters_name;
