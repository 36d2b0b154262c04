INSERT INTO t1 VALUES (1, 2, 'x'), (2, 3, 'y');
INSERT INTO t2 VALUES (1, 1, 'n');
