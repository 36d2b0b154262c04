INSERT INTO t VALUES (1, 'ada@example.com', 'x@y');
