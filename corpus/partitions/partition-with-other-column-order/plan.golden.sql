BEGIN;

ALTER TABLE public.t ADD COLUMN d integer;

CREATE INDEX t_b ON ONLY public.t (b, a);

COMMIT;

-- Reads public.old twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY old_b_a_idx ON public.old (b, a);

ALTER INDEX public.t_b ATTACH PARTITION public.old_b_a_idx;

-- down

DROP INDEX public.t_b;

-- The column public.t.d is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN d;
