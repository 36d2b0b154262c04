CREATE TEXT SEARCH DICTIONARY syn (TEMPLATE = synonym, SYNONYMS = synonym_sample);
CREATE TEXT SEARCH DICTIONARY short (TEMPLATE = simple, ACCEPT = false);
CREATE TABLE docs (id int PRIMARY KEY, body text);

CREATE TEXT SEARCH CONFIGURATION search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR asciiword, word WITH simple;
ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR numword WITH simple;
CREATE INDEX docs_search ON docs USING gin (to_tsvector('search', body));
