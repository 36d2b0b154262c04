INSERT INTO points VALUES (1, 10, 20), (2, 30, 40);
