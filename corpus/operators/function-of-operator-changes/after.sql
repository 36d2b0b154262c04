CREATE FUNCTION add_mod(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT (a + b) % 10 $$;
CREATE FUNCTION add_sat(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT least(a + b, 10) $$;
CREATE TABLE t (id int PRIMARY KEY, x int);

CREATE OPERATOR +% (FUNCTION = add_sat, LEFTARG = int, RIGHTARG = int, COMMUTATOR = +%);
CREATE VIEW v AS SELECT id, x +% 3 AS y FROM t;
ALTER TABLE t ADD CONSTRAINT c CHECK (x +% 1 < 100);
