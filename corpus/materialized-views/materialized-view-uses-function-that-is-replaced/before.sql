CREATE TABLE words (id int PRIMARY KEY, word text NOT NULL);

CREATE FUNCTION score(w text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT length(w) $$;
CREATE MATERIALIZED VIEW scores AS SELECT id, score(word) AS score FROM words;
CREATE INDEX scores_score ON scores (score);
