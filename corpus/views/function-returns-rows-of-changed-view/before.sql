CREATE TABLE players (id int PRIMARY KEY, name text, score int, team text);

CREATE VIEW ranking AS SELECT id, name, score FROM players;
CREATE FUNCTION top_players(n int) RETURNS SETOF ranking LANGUAGE sql STABLE AS $$ SELECT * FROM ranking ORDER BY score DESC LIMIT n $$;
CREATE FUNCTION label(r ranking) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT r.name || ': ' || r.score $$;
CREATE VIEW labels AS SELECT label(r) AS label FROM ranking r;
