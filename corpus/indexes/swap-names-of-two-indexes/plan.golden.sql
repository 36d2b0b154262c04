-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY one_plumb_new ON public.t (b);

DROP INDEX CONCURRENTLY public.one;

ALTER INDEX public.one_plumb_new RENAME TO one;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY two_plumb_new ON public.t (a);

DROP INDEX CONCURRENTLY public.two;

ALTER INDEX public.two_plumb_new RENAME TO two;

-- down

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY one_plumb_new ON public.t (a);

DROP INDEX CONCURRENTLY public.one;

ALTER INDEX public.one_plumb_new RENAME TO one;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY two_plumb_new ON public.t (b);

DROP INDEX CONCURRENTLY public.two;

ALTER INDEX public.two_plumb_new RENAME TO two;
