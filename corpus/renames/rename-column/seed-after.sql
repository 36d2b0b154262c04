INSERT INTO users VALUES (1, 'Ann', 'a@example.com'), (2, 'Bob', NULL);
