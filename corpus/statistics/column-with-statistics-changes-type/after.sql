CREATE TABLE t (id int PRIMARY KEY, a text, b bigint);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS e ON (a || 'x'), b FROM t;
COMMENT ON STATISTICS e IS 'expression';
