INSERT INTO t VALUES (1, 'x', '2024-01-01', 5), (2, 'y', NULL, NULL);
