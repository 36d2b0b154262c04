BEGIN;

CREATE EXTENSION unaccent SCHEMA public;

CREATE TEXT SEARCH CONFIGURATION public.german_plain (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.german_plain
  ADD MAPPING FOR asciihword, asciiword, hword_asciipart
  WITH pg_catalog.german_stem;

ALTER TEXT SEARCH CONFIGURATION public.german_plain
  ADD MAPPING FOR file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url_path, version
  WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.german_plain
  ADD MAPPING FOR hword, hword_part, word
  WITH public.unaccent, pg_catalog.german_stem;

-- public.docs is written anew while nobody can read or write it: each row gets its own value of tsv.
ALTER TABLE public.docs ADD COLUMN tsv tsvector GENERATED ALWAYS AS (to_tsvector('public.german_plain'::regconfig, body)) STORED;

COMMENT ON TEXT SEARCH CONFIGURATION public.german_plain IS 'Without umlauts';

COMMIT;

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_tsv ON public.docs USING gin (tsv);

-- down

DROP INDEX CONCURRENTLY public.docs_tsv;

BEGIN;

ALTER TABLE public.docs DROP COLUMN tsv;

DROP TEXT SEARCH CONFIGURATION public.german_plain;

DROP EXTENSION unaccent;

COMMIT;
