CREATE SCHEMA stats;
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int);
CREATE STATISTICS stats.ab ON a, b FROM t;
CREATE STATISTICS stats.abc ON a, b, c FROM t;
