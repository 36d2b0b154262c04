CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION german_plain (COPY = german);
ALTER TEXT SEARCH CONFIGURATION german_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
ALTER TEXT SEARCH CONFIGURATION german_plain DROP MAPPING FOR email, url;
COMMENT ON TEXT SEARCH CONFIGURATION german_plain IS 'Without umlauts';
CREATE TABLE docs (id int PRIMARY KEY, body text NOT NULL, tsv tsvector GENERATED ALWAYS AS (to_tsvector('german_plain', body)) STORED);
CREATE INDEX docs_tsv ON docs USING gin (tsv);
