INSERT INTO imports VALUES (1, 7, 1.5, true), (2, NULL, NULL, false);
