CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;
CREATE FUNCTION four_times(n int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT twice(twice(n)) $$;
