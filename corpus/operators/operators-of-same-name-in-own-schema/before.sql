CREATE SCHEMA mathx;
CREATE FUNCTION mathx.near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a - b) < 0.1 $$;
CREATE TABLE t (id int PRIMARY KEY, x float8);

CREATE VIEW v AS SELECT id FROM t WHERE x = 1.0;
