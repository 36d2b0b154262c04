INSERT INTO t VALUES (1, 's', 'n');
