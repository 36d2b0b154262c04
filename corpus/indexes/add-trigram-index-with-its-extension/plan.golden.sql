BEGIN;

CREATE SCHEMA ext;

CREATE EXTENSION btree_gin SCHEMA ext;

CREATE EXTENSION pg_trgm SCHEMA public;

COMMIT;

-- Reads public.names twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY names_mixed ON public.names USING gin (id, lower(name) public.gin_trgm_ops) WITH (fastupdate = 'off');

-- Reads public.names twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY names_trgm ON public.names USING gin (name public.gin_trgm_ops);

-- Reads public.names twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY names_trgm_gist ON public.names USING gist (name public.gist_trgm_ops (siglen='64'));

-- down

DROP INDEX CONCURRENTLY public.names_mixed;

BEGIN;

DROP EXTENSION btree_gin;

DROP SCHEMA ext;

COMMIT;

DROP INDEX CONCURRENTLY public.names_trgm;

DROP INDEX CONCURRENTLY public.names_trgm_gist;

DROP EXTENSION pg_trgm;
