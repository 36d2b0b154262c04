CREATE EXTENSION citext;
CREATE FUNCTION citext_len(citext) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT length($1::text) $$;

CREATE TABLE t (id int PRIMARY KEY);
