-- Reads public.a twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.a have the same (id). To find them: SELECT id, count(*) FROM public.a GROUP BY id HAVING count(*) > 1. An invalid index a_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY a_key_plumb_new ON public.a (id);

ALTER TABLE public.a DROP CONSTRAINT a_key, ADD CONSTRAINT a_key UNIQUE USING INDEX a_key_plumb_new;

-- Reads public.b twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b have the same (id). To find them: SELECT id, count(*) FROM public.b GROUP BY id HAVING count(*) > 1. An invalid index b_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_key_plumb_new ON public.b (id);

ALTER TABLE public.b DROP CONSTRAINT b_key, ADD CONSTRAINT b_key PRIMARY KEY USING INDEX b_key_plumb_new;

-- down

-- Reads public.a twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.a have the same (id). To find them: SELECT id, count(*) FROM public.a GROUP BY id HAVING count(*) > 1. An invalid index a_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY a_key_plumb_new ON public.a (id);

ALTER TABLE public.a DROP CONSTRAINT a_key, ADD CONSTRAINT a_key PRIMARY KEY USING INDEX a_key_plumb_new;

-- Reads public.b twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b have the same (id). To find them: SELECT id, count(*) FROM public.b GROUP BY id HAVING count(*) > 1. An invalid index b_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_key_plumb_new ON public.b (id);

ALTER TABLE public.b DROP CONSTRAINT b_key, ADD CONSTRAINT b_key UNIQUE USING INDEX b_key_plumb_new;
