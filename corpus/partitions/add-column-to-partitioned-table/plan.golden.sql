BEGIN;

ALTER TABLE public.t ADD COLUMN big bigint NOT NULL DEFAULT 0;

ALTER TABLE public.t ADD COLUMN note text DEFAULT 'x'::text;

ALTER TABLE public.t_2_1 ADD CONSTRAINT t_2_1_note_not_null NOT NULL note NOT VALID;

ALTER TABLE public.t_1 ALTER COLUMN note SET DEFAULT 'one'::text;

ALTER TABLE public.t ADD CONSTRAINT t_big_check CHECK (big >= 0) NOT VALID;

ALTER TABLE public.t_2_1 ADD CONSTRAINT t_2_1_big_check CHECK (big < 100) NOT VALID;

CREATE INDEX t_note ON ONLY public.t (note);

COMMIT;

-- The migration fails where public.t_2_1.note is NULL. Give these rows a value first.
ALTER TABLE public.t_2_1 VALIDATE CONSTRAINT t_2_1_note_not_null;

BEGIN;

CREATE INDEX t_2_note_idx ON ONLY public.t_2 (note);

ALTER INDEX public.t_note ATTACH PARTITION public.t_2_note_idx;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break t_big_check. To find them: SELECT * FROM public.t WHERE NOT (big >= 0)
ALTER TABLE public.t VALIDATE CONSTRAINT t_big_check;

-- Reads all of public.t_2_1 while others go on reading and writing it.
-- Fails if rows of public.t_2_1 break t_2_1_big_check. To find them: SELECT * FROM public.t_2_1 WHERE NOT (big < 100)
ALTER TABLE public.t_2_1 VALIDATE CONSTRAINT t_2_1_big_check;

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_note_idx ON public.t_1 (note);

ALTER INDEX public.t_note ATTACH PARTITION public.t_1_note_idx;

-- Reads public.t_2_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_2_1_note_idx ON public.t_2_1 (note);

ALTER INDEX public.t_2_note_idx ATTACH PARTITION public.t_2_1_note_idx;

-- down

DROP INDEX public.t_note;

ALTER TABLE public.t DROP CONSTRAINT t_big_check;

ALTER TABLE public.t_2_1 DROP CONSTRAINT t_2_1_big_check;

ALTER TABLE public.t_1 ALTER COLUMN note DROP DEFAULT;

-- The column public.t.big is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN big;

ALTER TABLE public.t_2_1 ALTER COLUMN note DROP NOT NULL;

-- The column public.t.note is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN note;
