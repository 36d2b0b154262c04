CREATE FUNCTION minmax(int[], OUT lo int, OUT hi int) LANGUAGE sql IMMUTABLE AS $$ SELECT min(x), max(x) FROM unnest($1) x $$;
CREATE FUNCTION bump(INOUT n int) LANGUAGE sql IMMUTABLE AS $$ SELECT n + 1 $$;
CREATE FUNCTION single(OUT n int) LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
