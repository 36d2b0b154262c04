BEGIN;

CREATE UNIQUE INDEX t_key ON ONLY public.t (id, at, kind);

CREATE UNIQUE INDEX t_2_id_at_kind_idx ON ONLY public.t_2 (id, at, kind);

ALTER INDEX public.t_key ATTACH PARTITION public.t_2_id_at_kind_idx;

CREATE INDEX t_kind_plumb_new ON ONLY public.t (kind, id);

CREATE INDEX t_2_kind_id_idx ON ONLY public.t_2 (kind, id);

ALTER INDEX public.t_kind_plumb_new ATTACH PARTITION public.t_2_kind_id_idx;

CREATE INDEX t_partial ON ONLY public.t (at) WHERE (id > 0);

COMMIT;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY only_there ON public.t_2_b (id) INCLUDE (at);

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t_1 have the same (id, at, kind). To find them: SELECT id, at, kind, count(*) FROM public.t_1 GROUP BY id, at, kind HAVING count(*) > 1. An invalid index t_1_id_at_kind_idx is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t_1_id_at_kind_idx ON public.t_1 (id, at, kind);

ALTER INDEX public.t_key ATTACH PARTITION public.t_1_id_at_kind_idx;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_kind_id_idx ON public.t_1 (kind, id);

ALTER INDEX public.t_kind_plumb_new ATTACH PARTITION public.t_1_kind_id_idx;

-- Reads public.t_2_a twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t_2_a have the same (id, at, kind). To find them: SELECT id, at, kind, count(*) FROM public.t_2_a GROUP BY id, at, kind HAVING count(*) > 1. An invalid index t_2_a_id_at_kind_idx is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t_2_a_id_at_kind_idx ON public.t_2_a (id, at, kind);

ALTER INDEX public.t_2_id_at_kind_idx ATTACH PARTITION public.t_2_a_id_at_kind_idx;

-- Reads public.t_2_a twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_a_kind_id_idx ON public.t_2_a (kind, id);

ALTER INDEX public.t_2_kind_id_idx ATTACH PARTITION public.t_2_a_kind_id_idx;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t_2_b have the same (id, at, kind). To find them: SELECT id, at, kind, count(*) FROM public.t_2_b GROUP BY id, at, kind HAVING count(*) > 1. An invalid index t_2_b_id_at_kind_idx is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t_2_b_id_at_kind_idx ON public.t_2_b (id, at, kind);

ALTER INDEX public.t_2_id_at_kind_idx ATTACH PARTITION public.t_2_b_id_at_kind_idx;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_b_kind_id_idx ON public.t_2_b (kind, id);

BEGIN;

ALTER INDEX public.t_2_kind_id_idx ATTACH PARTITION public.t_2_b_kind_id_idx;

DROP INDEX public.t_kind;

ALTER INDEX public.t_kind_plumb_new RENAME TO t_kind;

COMMENT ON INDEX public.t_kind IS 'by kind';

DROP INDEX public.t_old;

CREATE INDEX t_2_at_idx ON ONLY public.t_2 (at) WHERE (id > 0);

ALTER INDEX public.t_partial ATTACH PARTITION public.t_2_at_idx;

COMMIT;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_at_idx ON public.t_1 (at) WHERE (id > 0);

ALTER INDEX public.t_partial ATTACH PARTITION public.t_1_at_idx;

-- Reads public.t_2_a twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_a_at_idx ON public.t_2_a (at) WHERE (id > 0);

ALTER INDEX public.t_2_at_idx ATTACH PARTITION public.t_2_a_at_idx;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_b_at_idx ON public.t_2_b (at) WHERE (id > 0);

ALTER INDEX public.t_2_at_idx ATTACH PARTITION public.t_2_b_at_idx;

DROP INDEX CONCURRENTLY public.only_here;

-- down

BEGIN;

CREATE INDEX t_kind_plumb_new ON ONLY public.t (kind);

CREATE INDEX t_2_kind_idx ON ONLY public.t_2 (kind);

ALTER INDEX public.t_kind_plumb_new ATTACH PARTITION public.t_2_kind_idx;

CREATE INDEX t_old ON ONLY public.t (at);

COMMIT;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY only_here ON public.t_1 (id);

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_kind_idx ON public.t_1 (kind);

ALTER INDEX public.t_kind_plumb_new ATTACH PARTITION public.t_1_kind_idx;

-- Reads public.t_2_a twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_a_kind_idx ON public.t_2_a (kind);

ALTER INDEX public.t_2_kind_idx ATTACH PARTITION public.t_2_a_kind_idx;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_b_kind_idx ON public.t_2_b (kind);

BEGIN;

ALTER INDEX public.t_2_kind_idx ATTACH PARTITION public.t_2_b_kind_idx;

DROP INDEX public.t_kind;

ALTER INDEX public.t_kind_plumb_new RENAME TO t_kind;

COMMENT ON INDEX public.t_kind IS 'by kind';

DROP INDEX public.t_key;

DROP INDEX public.t_partial;

CREATE INDEX t_2_at_idx ON ONLY public.t_2 (at);

ALTER INDEX public.t_old ATTACH PARTITION public.t_2_at_idx;

COMMIT;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_at_idx ON public.t_1 (at);

ALTER INDEX public.t_old ATTACH PARTITION public.t_1_at_idx;

-- Reads public.t_2_a twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_a_at_idx ON public.t_2_a (at);

ALTER INDEX public.t_2_at_idx ATTACH PARTITION public.t_2_a_at_idx;

-- Reads public.t_2_b twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_b_at_idx ON public.t_2_b (at);

ALTER INDEX public.t_2_at_idx ATTACH PARTITION public.t_2_b_at_idx;

DROP INDEX CONCURRENTLY public.only_there;
