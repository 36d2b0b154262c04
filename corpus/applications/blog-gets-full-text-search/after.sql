CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE TYPE language AS ENUM ('en', 'de', 'fr');
CREATE TEXT SEARCH CONFIGURATION en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE FUNCTION config_of(l language) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE l WHEN 'de' THEN 'pg_catalog.german'::regconfig WHEN 'fr' THEN 'pg_catalog.french'::regconfig ELSE 'pg_catalog.english'::regconfig END $$;
CREATE TABLE authors (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE posts (id int PRIMARY KEY, author int NOT NULL REFERENCES authors, title text NOT NULL, body text NOT NULL, lang language NOT NULL DEFAULT 'en',
  tsv tsvector GENERATED ALWAYS AS (setweight(to_tsvector(config_of(lang), title), 'A') || setweight(to_tsvector(config_of(lang), body), 'D')) STORED);
CREATE TABLE post_tags (post int REFERENCES posts ON DELETE CASCADE, tag text, PRIMARY KEY (post, tag));
CREATE INDEX posts_tsv ON posts USING gin (tsv);
CREATE INDEX authors_name ON authors USING gin (name gin_trgm_ops);
CREATE FUNCTION search(q text, l language DEFAULT 'en', max_rows int DEFAULT 20) RETURNS TABLE (id int, title text, rank real) LANGUAGE sql STABLE AS $$
  SELECT p.id, p.title, ts_rank(p.tsv, query) FROM posts p, websearch_to_tsquery(config_of(l), q) query WHERE p.tsv @@ query ORDER BY 3 DESC LIMIT max_rows $$;
GRANT EXECUTE ON FUNCTION search(text, language, int) TO anon;
CREATE MATERIALIZED VIEW words AS SELECT word, ndoc FROM ts_stat('SELECT tsv FROM public.posts') WITH NO DATA;
CREATE INDEX words_trgm ON words USING gist (word gist_trgm_ops);
