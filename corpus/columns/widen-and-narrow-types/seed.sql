INSERT INTO t VALUES (1, 'abc', 'short', 'x', 12.34, 1.5, '2024-01-01 10:00', '1010', '1 day');
