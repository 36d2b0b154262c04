CREATE OR REPLACE VIEW public.v AS
SELECT code
   FROM public.t
  ORDER BY (code COLLATE "C");

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_code_plumb_new ON public.t (code COLLATE "C", id);

DROP INDEX CONCURRENTLY public.t_code;

BEGIN;

ALTER INDEX public.t_code_plumb_new RENAME TO t_code;

DROP COLLATION public."Num";

COMMIT;

-- down

BEGIN;

CREATE COLLATION public."Num" (PROVIDER = icu, LOCALE = 'en-u-kn-true');

CREATE OR REPLACE VIEW public.v AS
SELECT code
   FROM public.t
  ORDER BY (code COLLATE public."Num");

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_code_plumb_new ON public.t (code COLLATE public."Num", id);

DROP INDEX CONCURRENTLY public.t_code;

ALTER INDEX public.t_code_plumb_new RENAME TO t_code;
