ALTER INDEX public.t_c RENAME TO t_c_1;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "T C_plumb_new" ON public.t (c DESC);

DROP INDEX CONCURRENTLY public."T C";

ALTER INDEX public."T C_plumb_new" RENAME TO "T C";

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_b ON public.t (b);

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_c_2 ON public.t (c) WHERE (d IS NULL);

DROP INDEX CONCURRENTLY public.t_a;

-- down

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "T C_plumb_new" ON public.t (c);

DROP INDEX CONCURRENTLY public."T C";

ALTER INDEX public."T C_plumb_new" RENAME TO "T C";

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_a ON public.t (a);

DROP INDEX CONCURRENTLY public.t_b;

DROP INDEX CONCURRENTLY public.t_c_2;

ALTER INDEX public.t_c_1 RENAME TO t_c;
