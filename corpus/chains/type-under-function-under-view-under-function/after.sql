CREATE TYPE unit AS ENUM ('m', 'km');
CREATE FUNCTION factor(u unit) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT CASE u WHEN 'km' THEN 1000 ELSE 1 END $$;
CREATE TABLE trips (id int PRIMARY KEY, length numeric NOT NULL, unit unit NOT NULL, metres numeric GENERATED ALWAYS AS (length * factor(unit)) STORED);
CREATE VIEW long_trips AS SELECT id, metres, unit FROM trips WHERE metres > factor('km');
CREATE FUNCTION longest(u unit DEFAULT 'm') RETURNS long_trips LANGUAGE sql STABLE AS $$ SELECT * FROM long_trips WHERE unit = u ORDER BY metres DESC LIMIT 1 $$;
CREATE VIEW record AS SELECT (longest('km')).metres AS metres;
COMMENT ON VIEW record IS 'The longest';
