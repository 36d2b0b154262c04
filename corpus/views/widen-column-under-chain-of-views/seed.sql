INSERT INTO payments VALUES (1, 100, 'a'), (2, -30, 'b');
