CREATE FUNCTION distance(a point, b point) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT a <-> b $$;
CREATE FUNCTION total(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE VIEW from_origin AS SELECT distance(b => point(1, 1), a => point(0, 0)) AS d;
