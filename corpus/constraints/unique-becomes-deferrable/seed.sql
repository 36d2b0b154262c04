INSERT INTO ranks VALUES (1, 1, 1, 1), (2, 2, 2, 2);
