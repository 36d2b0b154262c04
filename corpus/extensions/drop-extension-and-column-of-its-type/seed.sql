INSERT INTO products VALUES (1, 'colour=>red');
