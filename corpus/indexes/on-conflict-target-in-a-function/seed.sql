INSERT INTO counters VALUES ('a', '2024-01-01', 3);
