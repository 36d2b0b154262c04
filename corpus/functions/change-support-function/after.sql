CREATE FUNCTION ids(first int, last int) RETURNS SETOF int LANGUAGE sql IMMUTABLE STRICT SUPPORT generate_series_int4_support AS $$ SELECT generate_series(first, last) $$;
CREATE FUNCTION starts(t text, p text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT t ~~ p $$;
