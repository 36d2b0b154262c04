INSERT INTO products VALUES (1, 10, 5, 'a'), (2, 3, NULL, 'b');
