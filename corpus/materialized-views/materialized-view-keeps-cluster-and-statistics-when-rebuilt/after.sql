CREATE TABLE docs (id int PRIMARY KEY, kind text, body text);

CREATE MATERIALIZED VIEW letters AS SELECT id, body FROM docs WHERE kind IN ('letter', 'fax');
CREATE UNIQUE INDEX letters_id ON letters (id);
CREATE STATISTICS letters_stats (dependencies) ON id, body FROM letters;
ALTER MATERIALIZED VIEW letters CLUSTER ON letters_id;
ALTER MATERIALIZED VIEW letters ALTER COLUMN body SET STATISTICS 10;
