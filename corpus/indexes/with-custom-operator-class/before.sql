CREATE FUNCTION abs_cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE RETURN sign(abs($1) - abs($2))::int;
CREATE OPERATOR CLASS abs_ops FOR TYPE int USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 abs_cmp(int, int);
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
