CREATE TABLE words (id int PRIMARY KEY, word text NOT NULL);

CREATE FUNCTION score(w text) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT length(w) * 1.5 $$;
CREATE MATERIALIZED VIEW scores AS SELECT id, score(word) AS score FROM words;
CREATE INDEX scores_score ON scores (score);
