CREATE FUNCTION distance(origin point, target point) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT origin <-> target $$;
CREATE FUNCTION total(x int, y int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT x + y $$;
CREATE VIEW from_origin AS SELECT distance(target => point(1, 1), origin => point(0, 0)) AS d;
