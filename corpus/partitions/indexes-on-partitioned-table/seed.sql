INSERT INTO t VALUES (1, '2023-05-05', 'z'), (2, '2024-05-05', 'a');
