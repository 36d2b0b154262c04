CREATE TABLE t (a int, b int, c int, d int);
CREATE INDEX t_ab ON t (a, b);
CREATE INDEX t_b ON t (b);
CREATE INDEX t_c_1 ON t (c) WHERE d IS NULL;
CREATE INDEX t_c_2 ON t (c) WHERE d IS NULL;
CREATE INDEX "T C" ON t (c DESC);
