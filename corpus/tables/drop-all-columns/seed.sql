INSERT INTO lonely VALUES (1), (2);
