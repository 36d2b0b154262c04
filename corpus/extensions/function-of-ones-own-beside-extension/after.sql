CREATE EXTENSION citext;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE FUNCTION same(a citext, b citext) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a = b AND a IS NOT NULL $$;
CREATE FUNCTION near(a earth, b earth) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT earth_distance(a, b) < 1000 $$;
