CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE FUNCTION mood_of(n int) RETURNS mood LANGUAGE sql IMMUTABLE RETURN CASE WHEN n > 0 THEN 'happy'::mood ELSE 'sad'::mood END;
CREATE AGGREGATE best_mood(mood) (SFUNC = enum_larger, STYPE = mood);
CREATE VIEW today AS SELECT mood_of(1) AS mood;
CREATE CAST (mood AS int) WITH INOUT;
