INSERT INTO users VALUES (1, 'a@example.com'), (2, 'b@example.com');
INSERT INTO posts VALUES (1, 1), (2, NULL);
