BEGIN;

ALTER TABLE public.notes CLUSTER ON notes_pkey;

ALTER TABLE public.logs SET WITHOUT CLUSTER;

COMMIT;

-- Reads public.logs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY logs_at_plumb_new ON public.logs (at DESC);

DROP INDEX CONCURRENTLY public.logs_at;

BEGIN;

ALTER INDEX public.logs_at_plumb_new RENAME TO logs_at;

ALTER TABLE public.logs CLUSTER ON logs_level;

COMMIT;

-- down

-- Reads public.logs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY logs_at_plumb_new ON public.logs (at);

DROP INDEX CONCURRENTLY public.logs_at;

BEGIN;

ALTER INDEX public.logs_at_plumb_new RENAME TO logs_at;

ALTER TABLE public.logs CLUSTER ON logs_at;

ALTER TABLE public.notes SET WITHOUT CLUSTER;

COMMIT;
