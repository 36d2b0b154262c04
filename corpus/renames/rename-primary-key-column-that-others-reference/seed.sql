INSERT INTO users (email) VALUES ('a'), ('b');
INSERT INTO posts VALUES (1, 2);
