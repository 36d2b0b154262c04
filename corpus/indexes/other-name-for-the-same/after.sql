CREATE TABLE t (a int, b int);
CREATE INDEX t_a_idx ON t (a);
CREATE UNIQUE INDEX t_b_idx ON t (b) WHERE a > 0;
COMMENT ON INDEX t_a_idx IS 'for the list';
