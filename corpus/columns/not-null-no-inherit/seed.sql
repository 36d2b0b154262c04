INSERT INTO child VALUES (1, 'a', 'b', 3);
