-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (a, b). To find them: SELECT a, b, count(*) FROM public.t GROUP BY a, b HAVING count(*) > 1. An invalid index ia_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ia_plumb_new ON public.t (a, b) NULLS NOT DISTINCT;

DROP INDEX CONCURRENTLY public.ia;

ALTER INDEX public.ia_plumb_new RENAME TO ia;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (b). To find them: SELECT b, count(*) FROM public.t WHERE (a > 0) GROUP BY b HAVING count(*) > 1. An invalid index ib_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ib_plumb_new ON public.t (b) WHERE (a > 0);

DROP INDEX CONCURRENTLY public.ib;

ALTER INDEX public.ib_plumb_new RENAME TO ib;

-- down

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (a, b). To find them: SELECT a, b, count(*) FROM public.t GROUP BY a, b HAVING count(*) > 1. An invalid index ia_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ia_plumb_new ON public.t (a, b);

DROP INDEX CONCURRENTLY public.ia;

ALTER INDEX public.ia_plumb_new RENAME TO ia;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (b). To find them: SELECT b, count(*) FROM public.t WHERE (a > 0) GROUP BY b HAVING count(*) > 1. An invalid index ib_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ib_plumb_new ON public.t (b) NULLS NOT DISTINCT WHERE (a > 0);

DROP INDEX CONCURRENTLY public.ib;

ALTER INDEX public.ib_plumb_new RENAME TO ib;
