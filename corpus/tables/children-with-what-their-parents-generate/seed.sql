INSERT INTO parents (a, n) VALUES (1, 1);
