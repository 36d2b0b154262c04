CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;
CREATE FUNCTION four_times(n int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT twice(twice(n)) $$;
