ALTER TABLE public.lonely DROP CONSTRAINT lonely_pkey;

-- The column public.lonely.id is dropped with all that it holds.
ALTER TABLE public.lonely DROP COLUMN id;

-- The column public.lonely.name is dropped with all that it holds.
ALTER TABLE public.lonely DROP COLUMN name;

-- down

BEGIN;

-- The migration fails where public.lonely has rows: public.lonely.id is NOT NULL and there is no value to give them.
ALTER TABLE public.lonely ADD COLUMN id integer NOT NULL;

ALTER TABLE public.lonely ADD COLUMN name text NOT NULL DEFAULT 'x'::text;

COMMIT;

-- Reads public.lonely twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.lonely have the same (id). To find them: SELECT id, count(*) FROM public.lonely GROUP BY id HAVING count(*) > 1. An invalid index lonely_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY lonely_pkey ON public.lonely (id);

ALTER TABLE public.lonely ADD CONSTRAINT lonely_pkey PRIMARY KEY USING INDEX lonely_pkey;
