CREATE FUNCTION minmax(int[], OUT lo int, OUT hi int, OUT n bigint) LANGUAGE sql IMMUTABLE AS $$ SELECT min(x), max(x), count(*) FROM unnest($1) x $$;
CREATE FUNCTION bump(INOUT counter int, by int DEFAULT 1) LANGUAGE sql IMMUTABLE AS $$ SELECT counter + by $$;
CREATE FUNCTION single() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
