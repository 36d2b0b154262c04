INSERT INTO base VALUES (1, 'x', 'b');
INSERT INTO child VALUES (2, 'y', 'c', 7);
INSERT INTO owner_child VALUES (3, 'z', 'o', 8);
