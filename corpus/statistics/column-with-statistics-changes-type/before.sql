CREATE TABLE t (id int PRIMARY KEY, a varchar(5), b int);
CREATE STATISTICS s ON a, b FROM t;
CREATE STATISTICS e ON (a || 'x'), b FROM t;
COMMENT ON STATISTICS e IS 'expression';
