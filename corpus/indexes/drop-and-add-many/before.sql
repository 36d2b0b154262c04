CREATE TABLE t (a int, b int, c int, d int);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_ab ON t (a, b);
CREATE INDEX t_c ON t (c) WHERE d IS NULL;
CREATE INDEX "T C" ON t (c);
