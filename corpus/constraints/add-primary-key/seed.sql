INSERT INTO a VALUES (1, 'x'), (2, 'y');
INSERT INTO b VALUES (1, 1, 'a'), (1, 2, 'b');
INSERT INTO c VALUES (1);
