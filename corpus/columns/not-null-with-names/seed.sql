INSERT INTO users VALUES (1, 'a@example.com', 'Ann', '2000-01-01');
