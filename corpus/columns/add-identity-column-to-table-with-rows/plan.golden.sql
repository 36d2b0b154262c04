BEGIN;

-- public.tags is written anew while nobody can read or write it: each row gets its own value of id.
ALTER TABLE public.tags ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;

-- public.tags is written anew while nobody can read or write it: each row gets its own value of n.
ALTER TABLE public.tags ADD COLUMN n serial;

COMMIT;

-- Reads public.tags twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.tags have the same (id). To find them: SELECT id, count(*) FROM public.tags GROUP BY id HAVING count(*) > 1. An invalid index tags_pkey is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY tags_pkey ON public.tags (id);

ALTER TABLE public.tags ADD CONSTRAINT tags_pkey PRIMARY KEY USING INDEX tags_pkey;

-- down

ALTER TABLE public.tags DROP CONSTRAINT tags_pkey;

-- The column public.tags.id is dropped with all that it holds.
ALTER TABLE public.tags DROP COLUMN id;

-- The column public.tags.n is dropped with all that it holds.
ALTER TABLE public.tags DROP COLUMN n;
