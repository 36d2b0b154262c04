BEGIN;

-- public.people is written anew while nobody can read or write it: each row gets its own value of full_name.
ALTER TABLE public.people ADD COLUMN full_name text GENERATED ALWAYS AS ((first || ' '::text) || last) STORED;

-- public.people is written anew while nobody can read or write it: each row gets its own value of search.
ALTER TABLE public.people ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((first || ' '::text) || last))) STORED NOT NULL;

COMMIT;

-- Reads public.people twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY people_search ON public.people USING gin (search);

-- down

ALTER TABLE public.people DROP COLUMN full_name;

DROP INDEX CONCURRENTLY public.people_search;

ALTER TABLE public.people DROP COLUMN search;
