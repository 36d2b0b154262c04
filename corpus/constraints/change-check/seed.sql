INSERT INTO people VALUES (1, 20, 'a'), (2, NULL, 'b');
