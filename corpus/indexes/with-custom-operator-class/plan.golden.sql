-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY i_plumb_new ON public.t (a public.abs_ops);

DROP INDEX CONCURRENTLY public.i;

ALTER INDEX public.i_plumb_new RENAME TO i;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY j ON public.t (b public.abs_ops DESC, a);

-- down

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY i_plumb_new ON public.t (a);

DROP INDEX CONCURRENTLY public.i;

ALTER INDEX public.i_plumb_new RENAME TO i;

DROP INDEX CONCURRENTLY public.j;
