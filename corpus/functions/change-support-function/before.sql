CREATE FUNCTION ids(first int, last int) RETURNS SETOF int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT generate_series(first, last) $$;
CREATE FUNCTION starts(t text, p text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT SUPPORT textlike_support AS $$ SELECT t ~~ p $$;
