BEGIN;

ALTER SEQUENCE public.s AS smallint CYCLE;

CREATE FUNCTION public.f(n bigint)
  RETURNS bigint
  LANGUAGE sql
AS $function$ SELECT n $function$;

-- reader loses SELECT on TABLE public.t1.
REVOKE SELECT ON TABLE public.t1 FROM reader;

-- Who isn't the owner of public.t1 sees only the rows that its policies let through.
ALTER TABLE public.t1 ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.t1 ALTER COLUMN b TYPE text COLLATE "C";

ALTER TABLE public.t1 ADD COLUMN c date;

COMMENT ON TABLE public.t1 IS 'eins';

GRANT SELECT, INSERT ON TABLE public.t1 TO writer;

ALTER TABLE public.t2 DROP CONSTRAINT t2_t1_fkey;

DROP VIEW public.v12;

ALTER TABLE public.t1 ADD CONSTRAINT t1_a_not_null NOT NULL a NOT VALID;

-- public.t1 is written anew while nobody can read or write it: public.t1.id changes from integer to bigint.
ALTER TABLE public.t1 ALTER COLUMN id TYPE bigint;

ALTER TABLE public.t2 ALTER COLUMN note TYPE character varying(20);

ALTER TABLE public.t2 ADD CONSTRAINT t2_note_not_null NOT NULL note NOT VALID;

-- public.t2 is written anew while nobody can read or write it: public.t2.t1 changes from integer to bigint.
ALTER TABLE public.t2 ALTER COLUMN t1 TYPE bigint;

ALTER TABLE public.t2 ADD CONSTRAINT t2_t1_fkey FOREIGN KEY (t1) REFERENCES public.t1 (id) ON DELETE CASCADE NOT VALID;

COMMIT;

-- The migration fails where public.t1.a is NULL. Give these rows a value first.
ALTER TABLE public.t1 VALIDATE CONSTRAINT t1_a_not_null;

ALTER TABLE public.t1 ALTER COLUMN a SET DEFAULT 0;

-- The migration fails where public.t2.note is NULL. Give these rows a value first.
ALTER TABLE public.t2 VALIDATE CONSTRAINT t2_note_not_null;

CREATE VIEW public.v12 AS
SELECT t2.id,
    t1.c,
    t1.a,
    t2.note
   FROM (public.t1
     JOIN public.t2 ON ((t2.t1 = t1.id)));

-- Reads all of public.t2 while others go on reading and writing it.
-- Fails if rows of public.t2 refer to nothing by t2_t1_fkey. To find them: SELECT * FROM public.t2 AS c WHERE c.t1 IS NOT NULL AND NOT EXISTS (SELECT FROM public.t1 AS p WHERE p.id = c.t1)
ALTER TABLE public.t2 VALIDATE CONSTRAINT t2_t1_fkey;

-- Reads public.t2 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t2 have the same (t1, note). To find them: SELECT t1, note, count(*) FROM public.t2 GROUP BY t1, note HAVING count(*) > 1. An invalid index t2_t1_note_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t2_t1_note_key ON public.t2 (t1, note);

ALTER TABLE public.t2 ADD CONSTRAINT t2_t1_note_key UNIQUE USING INDEX t2_t1_note_key;

-- Reads public.t1 twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t1 have the same (a, b). To find them: SELECT a, b, count(*) FROM public.t1 GROUP BY a, b HAVING count(*) > 1. An invalid index t1_a_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t1_a_plumb_new ON public.t1 (a, b);

DROP INDEX CONCURRENTLY public.t1_a;

BEGIN;

ALTER INDEX public.t1_a_plumb_new RENAME TO t1_a;

DROP FUNCTION public.f(integer);

-- The policy p decides which rows of public.t1 PUBLIC may read and write.
CREATE POLICY p ON public.t1
  USING ((public.f(id) > 0));

COMMIT;

-- down

BEGIN;

ALTER SEQUENCE public.s AS bigint NO CYCLE;

CREATE FUNCTION public.f(integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

-- writer loses SELECT, INSERT on TABLE public.t1.
REVOKE SELECT, INSERT ON TABLE public.t1 FROM writer;

-- The policy p decides which rows of public.t1 PUBLIC may read and write.
DROP POLICY p ON public.t1;

ALTER TABLE public.t2 DROP CONSTRAINT t2_t1_fkey;

ALTER TABLE public.t2 DROP CONSTRAINT t2_t1_note_key;

DROP VIEW public.v12;

ALTER TABLE public.t2 ALTER COLUMN note DROP NOT NULL;

-- public.t2 is written anew while nobody can read or write it: public.t2.note changes from character varying(20) to character varying(10).
-- public.t2.note can hold less as character varying(10) than as character varying(20): what doesn't fit is cut off, or refused.
-- The migration fails where public.t2.note holds a value that can't be converted to character varying(10).
ALTER TABLE public.t2 ALTER COLUMN note TYPE character varying(10);

-- public.t2 is written anew while nobody can read or write it: public.t2.t1 changes from bigint to integer.
-- public.t2.t1 can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t2.t1 holds a value that can't be converted to integer.
ALTER TABLE public.t2 ALTER COLUMN t1 TYPE integer;

DROP FUNCTION public.f(bigint);

ALTER TABLE public.t1 ALTER COLUMN a DROP DEFAULT;

-- The column public.t1.c is dropped with all that it holds.
ALTER TABLE public.t1 DROP COLUMN c;

-- Whoever may read public.t1 sees all of its rows from then on.
ALTER TABLE public.t1 DISABLE ROW LEVEL SECURITY;

ALTER TABLE public.t1 ALTER COLUMN a DROP NOT NULL;

ALTER TABLE public.t1 ALTER COLUMN b TYPE text;

-- public.t1 is written anew while nobody can read or write it: public.t1.id changes from bigint to integer.
-- public.t1.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t1.id holds a value that can't be converted to integer.
ALTER TABLE public.t1 ALTER COLUMN id TYPE integer;

CREATE VIEW public.v12 AS
SELECT t2.id,
    t1.a,
    t2.note
   FROM (public.t1
     JOIN public.t2 ON ((t2.t1 = t1.id)));

ALTER TABLE public.t2 ADD CONSTRAINT t2_t1_fkey FOREIGN KEY (t1) REFERENCES public.t1 (id) NOT VALID;

COMMENT ON TABLE public.t1 IS 'one';

GRANT SELECT ON TABLE public.t1 TO reader;

COMMIT;

-- Reads all of public.t2 while others go on reading and writing it.
-- Fails if rows of public.t2 refer to nothing by t2_t1_fkey. To find them: SELECT * FROM public.t2 AS c WHERE c.t1 IS NOT NULL AND NOT EXISTS (SELECT FROM public.t1 AS p WHERE p.id = c.t1)
ALTER TABLE public.t2 VALIDATE CONSTRAINT t2_t1_fkey;

-- Reads public.t1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t1_a_plumb_new ON public.t1 (a);

DROP INDEX CONCURRENTLY public.t1_a;

ALTER INDEX public.t1_a_plumb_new RENAME TO t1_a;
