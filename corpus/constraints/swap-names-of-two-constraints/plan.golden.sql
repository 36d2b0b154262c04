BEGIN;

ALTER TABLE public.t ADD CONSTRAINT fourth_plumb_new CHECK (c > 0) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT third_plumb_new CHECK (d > 1) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break fourth. To find them: SELECT * FROM public.t WHERE NOT (c > 0)
ALTER TABLE public.t VALIDATE CONSTRAINT fourth_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT fourth;

ALTER TABLE public.t RENAME CONSTRAINT fourth_plumb_new TO fourth;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break third. To find them: SELECT * FROM public.t WHERE NOT (d > 1)
ALTER TABLE public.t VALIDATE CONSTRAINT third_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT third;

ALTER TABLE public.t RENAME CONSTRAINT third_plumb_new TO third;

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (b). To find them: SELECT b, count(*) FROM public.t GROUP BY b HAVING count(*) > 1. An invalid index first_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY first_plumb_new ON public.t (b);

ALTER TABLE public.t DROP CONSTRAINT first, ADD CONSTRAINT first UNIQUE USING INDEX first_plumb_new;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (a). To find them: SELECT a, count(*) FROM public.t GROUP BY a HAVING count(*) > 1. An invalid index second_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY second_plumb_new ON public.t (a);

ALTER TABLE public.t DROP CONSTRAINT second, ADD CONSTRAINT second UNIQUE USING INDEX second_plumb_new;

-- down

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT fourth_plumb_new CHECK (d > 1) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT third_plumb_new CHECK (c > 0) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break fourth. To find them: SELECT * FROM public.t WHERE NOT (d > 1)
ALTER TABLE public.t VALIDATE CONSTRAINT fourth_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT fourth;

ALTER TABLE public.t RENAME CONSTRAINT fourth_plumb_new TO fourth;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break third. To find them: SELECT * FROM public.t WHERE NOT (c > 0)
ALTER TABLE public.t VALIDATE CONSTRAINT third_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT third;

ALTER TABLE public.t RENAME CONSTRAINT third_plumb_new TO third;

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (a). To find them: SELECT a, count(*) FROM public.t GROUP BY a HAVING count(*) > 1. An invalid index first_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY first_plumb_new ON public.t (a);

ALTER TABLE public.t DROP CONSTRAINT first, ADD CONSTRAINT first UNIQUE USING INDEX first_plumb_new;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (b). To find them: SELECT b, count(*) FROM public.t GROUP BY b HAVING count(*) > 1. An invalid index second_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY second_plumb_new ON public.t (b);

ALTER TABLE public.t DROP CONSTRAINT second, ADD CONSTRAINT second UNIQUE USING INDEX second_plumb_new;
