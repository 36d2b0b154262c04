CREATE FUNCTION float_diff(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT a - b $$;
CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TABLE t (id int PRIMARY KEY, r floatrange, m floatmultirange);
CREATE INDEX t_r ON t USING gist (r);
