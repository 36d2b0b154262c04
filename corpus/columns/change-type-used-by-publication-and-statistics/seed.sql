INSERT INTO metrics VALUES (101, 'a', 1), (2, 'b', 2);
