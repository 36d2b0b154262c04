INSERT INTO t VALUES (1, '2024-01-01', 'eu'), (2, '2024-01-02', 'us');
