INSERT INTO t SELECT i, 'n' || i FROM generate_series(1, 9) i;
INSERT INTO u VALUES (3), (4);
