BEGIN;

CREATE EXTENSION pg_trgm SCHEMA public;

CREATE EXTENSION unaccent SCHEMA public;

CREATE TEXT SEARCH CONFIGURATION public.en (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.en
  ADD MAPPING FOR asciihword, asciiword, hword_asciipart
  WITH pg_catalog.english_stem;

ALTER TEXT SEARCH CONFIGURATION public.en
  ADD MAPPING FOR email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version
  WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.en
  ADD MAPPING FOR hword, hword_part, word
  WITH public.unaccent, pg_catalog.english_stem;

CREATE TYPE public.language AS ENUM (
  'en',
  'de',
  'fr'
);

CREATE FUNCTION public.config_of(l public.language)
  RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE l WHEN 'de' THEN 'pg_catalog.german'::regconfig WHEN 'fr' THEN 'pg_catalog.french'::regconfig ELSE 'pg_catalog.english'::regconfig END $function$;

CREATE MATERIALIZED VIEW public.words AS
SELECT word,
    ndoc
   FROM ts_stat('SELECT tsv FROM public.posts'::text) ts_stat(word, ndoc, nentry)
WITH NO DATA;

CREATE INDEX words_trgm ON public.words USING gist (word public.gist_trgm_ops);

COMMIT;

-- Reads public.authors twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY authors_name ON public.authors USING gin (name public.gin_trgm_ops);

BEGIN;

DROP FUNCTION public.search(text);

ALTER TABLE public.posts ALTER COLUMN lang DROP DEFAULT;

-- public.posts is written anew while nobody can read or write it: public.posts.lang changes from text to public.language.
-- The migration fails where public.posts.lang holds a value that can't be converted to public.language.
ALTER TABLE public.posts ALTER COLUMN lang TYPE public.language USING lang::public.language;

-- public.posts is written anew while nobody can read or write it: each row gets its own value of tsv.
ALTER TABLE public.posts ADD COLUMN tsv tsvector GENERATED ALWAYS AS (setweight(to_tsvector(public.config_of(lang), title), 'A'::"char") || setweight(to_tsvector(public.config_of(lang), body), 'D'::"char")) STORED;

ALTER TABLE public.posts ALTER COLUMN lang SET DEFAULT 'en'::public.language;

CREATE FUNCTION public.search(
  q text,
  l public.language DEFAULT 'en'::public.language,
  max_rows integer DEFAULT 20
)
  RETURNS TABLE(id integer, title text, rank real)
  LANGUAGE sql STABLE
AS $function$
  SELECT p.id, p.title, ts_rank(p.tsv, query) FROM posts p, websearch_to_tsquery(config_of(l), q) query WHERE p.tsv @@ query ORDER BY 3 DESC LIMIT max_rows $function$;

GRANT EXECUTE ON FUNCTION public.search(text, public.language, integer) TO anon;

COMMIT;

-- Reads public.posts twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY posts_tsv ON public.posts USING gin (tsv);

-- down

BEGIN;

DROP MATERIALIZED VIEW public.words;

DROP FUNCTION public.search(text, public.language, integer);

DROP TEXT SEARCH CONFIGURATION public.en;

DROP EXTENSION unaccent;

COMMIT;

DROP INDEX CONCURRENTLY public.authors_name;

DROP EXTENSION pg_trgm;

DROP INDEX CONCURRENTLY public.posts_tsv;

BEGIN;

ALTER TABLE public.posts DROP COLUMN tsv;

-- public.posts is written anew while nobody can read or write it: public.posts.lang changes from public.language to text.
ALTER TABLE public.posts ALTER COLUMN lang TYPE text;

ALTER TABLE public.posts ALTER COLUMN lang SET DEFAULT 'en'::text;

-- What its body names is not there yet, so it is not checked.
CREATE FUNCTION public.search(q text)
  RETURNS SETOF public.posts
  LANGUAGE sql STABLE
  SET check_function_bodies TO off
AS $function$ SELECT * FROM posts WHERE title ILIKE '%' || q || '%' $function$;

ALTER FUNCTION public.search(text) RESET check_function_bodies;

GRANT EXECUTE ON FUNCTION public.search(text) TO anon;

DROP FUNCTION public.config_of(public.language);

DROP TYPE public.language;

COMMIT;
