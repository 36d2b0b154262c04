INSERT INTO words VALUES (1, 'a', 'B', 'c'), (2, 'Z', 'b', NULL);
