CREATE TYPE span AS (lo int, hi int);
CREATE DOMAIN good_span AS span CONSTRAINT ordered CHECK ((VALUE).lo <= (VALUE).hi);
CREATE TABLE t (id int PRIMARY KEY, span good_span);
CREATE FUNCTION width(s good_span) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT (s).hi - (s).lo $$;
