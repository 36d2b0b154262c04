INSERT INTO t VALUES (1, 'a10'), (2, 'a9');
