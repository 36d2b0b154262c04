INSERT INTO users VALUES (1, 'a@example.com', 'a', 1), (2, NULL, 'a', 2);
