INSERT INTO users (email, boss) VALUES ('a@example.com', NULL), ('b@example.com', 1);
INSERT INTO posts VALUES (1, 1), (2, 2);
