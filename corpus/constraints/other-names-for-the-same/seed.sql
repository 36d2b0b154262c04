INSERT INTO users VALUES (1, 'a@example.com', 30, NULL), (2, 'b@example.com', NULL, 1);
