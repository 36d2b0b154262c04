CREATE EXTENSION citext;
CREATE FUNCTION same(a citext, b citext) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a = b $$;
