CREATE FUNCTION area(r float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT pi() * r * r $$;
CREATE FUNCTION area(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT a * b $$;
CREATE FUNCTION area(a float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT area(a[1], a[2]) $$;
COMMENT ON FUNCTION area(float8) IS 'Of a circle';
COMMENT ON FUNCTION area(float8, float8) IS 'Of a rectangle';
