INSERT INTO t VALUES (2024, 3, 'a'), (2024, 9, 'b'), (2025, 1, 'c');
