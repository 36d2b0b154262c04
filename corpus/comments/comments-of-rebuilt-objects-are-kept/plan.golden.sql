BEGIN;

COMMENT ON CONSTRAINT code_long ON public.t IS NULL;

COMMENT ON INDEX public.t_code IS NULL;

DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN code TYPE text;

CREATE VIEW public.v AS
SELECT code,
    id
   FROM public.t;

ALTER TABLE public.t ADD CONSTRAINT code_long_plumb_new CHECK (length(code) > 2) NOT VALID;

COMMENT ON COLUMN public.v.code IS 'Still the code';

COMMENT ON VIEW public.v IS 'All codes';

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break code_long. To find them: SELECT * FROM public.t WHERE NOT (length(code) > 2)
ALTER TABLE public.t VALIDATE CONSTRAINT code_long_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT code_long;

ALTER TABLE public.t RENAME CONSTRAINT code_long_plumb_new TO code_long;

COMMENT ON CONSTRAINT code_long ON public.t IS 'Not too short';

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (lower(code)). To find them: SELECT lower(code), count(*) FROM public.t GROUP BY lower(code) HAVING count(*) > 1. An invalid index t_code_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t_code_plumb_new ON public.t (lower(code));

DROP INDEX CONCURRENTLY public.t_code;

BEGIN;

ALTER INDEX public.t_code_plumb_new RENAME TO t_code;

COMMENT ON INDEX public.t_code IS 'No code twice';

COMMIT;

-- down

BEGIN;

COMMENT ON CONSTRAINT code_long ON public.t IS NULL;

COMMENT ON INDEX public.t_code IS NULL;

DROP VIEW public.v;

-- public.t is written anew while nobody can read or write it: public.t.code changes from text to character varying(5).
-- public.t.code can hold less as character varying(5) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.code holds a value that can't be converted to character varying(5).
ALTER TABLE public.t ALTER COLUMN code TYPE character varying(5);

CREATE VIEW public.v AS
SELECT id,
    code
   FROM public.t;

ALTER TABLE public.t ADD CONSTRAINT code_long_plumb_new CHECK (length((code)::text) > 1) NOT VALID;

COMMENT ON COLUMN public.v.code IS 'Still the code';

COMMENT ON VIEW public.v IS 'All codes';

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break code_long. To find them: SELECT * FROM public.t WHERE NOT (length((code)::text) > 1)
ALTER TABLE public.t VALIDATE CONSTRAINT code_long_plumb_new;

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT code_long;

ALTER TABLE public.t RENAME CONSTRAINT code_long_plumb_new TO code_long;

COMMENT ON CONSTRAINT code_long ON public.t IS 'Not too short';

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same (code). To find them: SELECT code, count(*) FROM public.t GROUP BY code HAVING count(*) > 1. An invalid index t_code_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY t_code_plumb_new ON public.t (code);

DROP INDEX CONCURRENTLY public.t_code;

BEGIN;

ALTER INDEX public.t_code_plumb_new RENAME TO t_code;

COMMENT ON INDEX public.t_code IS 'No code twice';

COMMIT;
