INSERT INTO measures VALUES (1, 1.5), (2, 2.25);
