CREATE TABLE t (id int PRIMARY KEY, a int, b int, "C d" int);

GRANT SELECT, INSERT ON t TO reader;
GRANT ALL ON t TO writer;
GRANT UPDATE (a, b) ON t TO support;
GRANT SELECT (id) ON t TO PUBLIC;
