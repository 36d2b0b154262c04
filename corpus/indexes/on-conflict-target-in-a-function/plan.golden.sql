-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.counters have the same (name, day). To find them: SELECT name, day, count(*) FROM public.counters GROUP BY name, day HAVING count(*) > 1. An invalid index counters_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY counters_key ON public.counters (name, day) INCLUDE (n);

DROP INDEX CONCURRENTLY public.counters_name_day;

-- down

-- Reads public.counters twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.counters have the same (name, day). To find them: SELECT name, day, count(*) FROM public.counters GROUP BY name, day HAVING count(*) > 1. An invalid index counters_name_day is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY counters_name_day ON public.counters (name, day);

DROP INDEX CONCURRENTLY public.counters_key;
