CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE INDEX t_n ON t (n);
