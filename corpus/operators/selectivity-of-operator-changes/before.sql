CREATE FUNCTION like_it(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a LIKE b $$;

CREATE OPERATOR ~~~ (FUNCTION = like_it, LEFTARG = text, RIGHTARG = text);
