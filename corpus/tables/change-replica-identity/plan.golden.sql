BEGIN;

ALTER TABLE public.a REPLICA IDENTITY USING INDEX a_code_key;

ALTER TABLE public.b REPLICA IDENTITY FULL;

ALTER TABLE public.c REPLICA IDENTITY DEFAULT;

ALTER TABLE public.d REPLICA IDENTITY DEFAULT;

COMMIT;

-- Reads public.d twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.d have the same (id DESC). To find them: SELECT id DESC, count(*) FROM public.d GROUP BY id DESC HAVING count(*) > 1. An invalid index d_id_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY d_id_plumb_new ON public.d (id DESC);

DROP INDEX CONCURRENTLY public.d_id;

BEGIN;

ALTER INDEX public.d_id_plumb_new RENAME TO d_id;

ALTER TABLE public.d REPLICA IDENTITY USING INDEX d_id;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.c REPLICA IDENTITY NOTHING;

ALTER TABLE public.a REPLICA IDENTITY DEFAULT;

ALTER TABLE public.b REPLICA IDENTITY DEFAULT;

ALTER TABLE public.d REPLICA IDENTITY DEFAULT;

COMMIT;

-- Reads public.d twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.d have the same (id). To find them: SELECT id, count(*) FROM public.d GROUP BY id HAVING count(*) > 1. An invalid index d_id_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY d_id_plumb_new ON public.d (id);

DROP INDEX CONCURRENTLY public.d_id;

BEGIN;

ALTER INDEX public.d_id_plumb_new RENAME TO d_id;

ALTER TABLE public.d REPLICA IDENTITY USING INDEX d_id;

COMMIT;
