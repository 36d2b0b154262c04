INSERT INTO categories VALUES (1, 'a', NULL), (2, 'b', 1);
INSERT INTO nodes VALUES (1, 1, NULL), (1, 2, 1);
