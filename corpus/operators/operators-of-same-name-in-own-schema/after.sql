CREATE SCHEMA mathx;
CREATE FUNCTION mathx.near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a - b) < 0.1 $$;
CREATE TABLE t (id int PRIMARY KEY, x float8);

CREATE OPERATOR mathx.= (FUNCTION = mathx.near, LEFTARG = float8, RIGHTARG = float8);
CREATE VIEW v AS SELECT id FROM t WHERE x OPERATOR(mathx.=) 1.0;
CREATE INDEX t_one ON t (id) WHERE x OPERATOR(mathx.=) 1.0;
