ALTER TABLE public.a ADD CONSTRAINT a_id_not_null NOT NULL id NOT VALID;

-- The migration fails where public.a.id is NULL. Give these rows a value first.
ALTER TABLE public.a VALIDATE CONSTRAINT a_id_not_null;

-- Reads public.a twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.a have the same (id). To find them: SELECT id, count(*) FROM public.a GROUP BY id HAVING count(*) > 1. An invalid index a_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY a_pkey ON public.a (id);

ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX a_pkey;

-- Reads public.b twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.b have the same (q, p). To find them: SELECT q, p, count(*) FROM public.b GROUP BY q, p HAVING count(*) > 1. An invalid index b_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY b_key ON public.b (q, p) INCLUDE (r);

BEGIN;

ALTER TABLE public.b ADD CONSTRAINT b_key PRIMARY KEY USING INDEX b_key;

ALTER TABLE public.c DROP CONSTRAINT c_pkey;

COMMIT;

-- down

-- Reads public.c twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.c have the same (id). To find them: SELECT id, count(*) FROM public.c GROUP BY id HAVING count(*) > 1. An invalid index c_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY c_pkey ON public.c (id);

BEGIN;

ALTER TABLE public.c ADD CONSTRAINT c_pkey PRIMARY KEY USING INDEX c_pkey;

ALTER TABLE public.a DROP CONSTRAINT a_pkey;

ALTER TABLE public.a ALTER COLUMN id DROP NOT NULL;

ALTER TABLE public.b DROP CONSTRAINT b_key;

COMMIT;
