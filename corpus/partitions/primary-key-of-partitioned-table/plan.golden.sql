BEGIN;

ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.b ADD CONSTRAINT b_at_code_key UNIQUE (at, code);

COMMIT;

-- Reads public.a_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.a_1 have the same (id, at). To find them: SELECT id, at, count(*) FROM public.a_1 GROUP BY id, at HAVING count(*) > 1. An invalid index a_1_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY a_1_pkey ON public.a_1 (id, at);

BEGIN;

ALTER TABLE public.a_1 ADD CONSTRAINT a_1_pkey PRIMARY KEY USING INDEX a_1_pkey;

ALTER INDEX public.a_pkey ATTACH PARTITION public.a_1_pkey;

COMMIT;

-- Reads public.b_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_1 have the same (at, code). To find them: SELECT at, code, count(*) FROM public.b_1 GROUP BY at, code HAVING count(*) > 1. An invalid index b_1_at_code_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_1_at_code_key ON public.b_1 (at, code);

BEGIN;

ALTER TABLE public.b_1 ADD CONSTRAINT b_1_at_code_key UNIQUE USING INDEX b_1_at_code_key;

ALTER INDEX public.b_at_code_key ATTACH PARTITION public.b_1_at_code_key;

COMMIT;

-- Reads public.b_2 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_2 have the same (at, code). To find them: SELECT at, code, count(*) FROM public.b_2 GROUP BY at, code HAVING count(*) > 1. An invalid index b_2_at_code_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_2_at_code_key ON public.b_2 (at, code);

BEGIN;

ALTER TABLE public.b_2 ADD CONSTRAINT b_2_at_code_key UNIQUE USING INDEX b_2_at_code_key;

ALTER INDEX public.b_at_code_key ATTACH PARTITION public.b_2_at_code_key;

ALTER TABLE public.b DROP CONSTRAINT b_code;

ALTER TABLE public.b DROP CONSTRAINT b_pkey;

ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (at, id);

COMMIT;

-- Reads public.b_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_1 have the same (at, id). To find them: SELECT at, id, count(*) FROM public.b_1 GROUP BY at, id HAVING count(*) > 1. An invalid index b_1_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_1_pkey ON public.b_1 (at, id);

BEGIN;

ALTER TABLE public.b_1 ADD CONSTRAINT b_1_pkey PRIMARY KEY USING INDEX b_1_pkey;

ALTER INDEX public.b_pkey ATTACH PARTITION public.b_1_pkey;

COMMIT;

-- Reads public.b_2 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_2 have the same (at, id). To find them: SELECT at, id, count(*) FROM public.b_2 GROUP BY at, id HAVING count(*) > 1. An invalid index b_2_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_2_pkey ON public.b_2 (at, id);

BEGIN;

ALTER TABLE public.b_2 ADD CONSTRAINT b_2_pkey PRIMARY KEY USING INDEX b_2_pkey;

ALTER INDEX public.b_pkey ATTACH PARTITION public.b_2_pkey;

COMMIT;

-- down

ALTER TABLE ONLY public.b ADD CONSTRAINT b_code UNIQUE (code, at);

-- Reads public.b_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_1 have the same (code, at). To find them: SELECT code, at, count(*) FROM public.b_1 GROUP BY code, at HAVING count(*) > 1. An invalid index b_1_code_at_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_1_code_at_key ON public.b_1 (code, at);

BEGIN;

ALTER TABLE public.b_1 ADD CONSTRAINT b_1_code_at_key UNIQUE USING INDEX b_1_code_at_key;

ALTER INDEX public.b_code ATTACH PARTITION public.b_1_code_at_key;

COMMIT;

-- Reads public.b_2 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_2 have the same (code, at). To find them: SELECT code, at, count(*) FROM public.b_2 GROUP BY code, at HAVING count(*) > 1. An invalid index b_2_code_at_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_2_code_at_key ON public.b_2 (code, at);

BEGIN;

ALTER TABLE public.b_2 ADD CONSTRAINT b_2_code_at_key UNIQUE USING INDEX b_2_code_at_key;

ALTER INDEX public.b_code ATTACH PARTITION public.b_2_code_at_key;

ALTER TABLE public.a DROP CONSTRAINT a_pkey;

ALTER TABLE public.b DROP CONSTRAINT b_at_code_key;

ALTER TABLE public.b DROP CONSTRAINT b_pkey;

ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id, at);

COMMIT;

-- Reads public.b_1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_1 have the same (id, at). To find them: SELECT id, at, count(*) FROM public.b_1 GROUP BY id, at HAVING count(*) > 1. An invalid index b_1_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_1_pkey ON public.b_1 (id, at);

BEGIN;

ALTER TABLE public.b_1 ADD CONSTRAINT b_1_pkey PRIMARY KEY USING INDEX b_1_pkey;

ALTER INDEX public.b_pkey ATTACH PARTITION public.b_1_pkey;

COMMIT;

-- Reads public.b_2 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b_2 have the same (id, at). To find them: SELECT id, at, count(*) FROM public.b_2 GROUP BY id, at HAVING count(*) > 1. An invalid index b_2_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_2_pkey ON public.b_2 (id, at);

BEGIN;

ALTER TABLE public.b_2 ADD CONSTRAINT b_2_pkey PRIMARY KEY USING INDEX b_2_pkey;

ALTER INDEX public.b_pkey ATTACH PARTITION public.b_2_pkey;

COMMIT;
