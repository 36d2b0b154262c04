CREATE FUNCTION area(r float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT pi() * r * r $$;
CREATE FUNCTION area(a text) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT a::float8 $$;
COMMENT ON FUNCTION area(float8) IS 'Of a circle';
