INSERT INTO users (name) VALUES ('a'), ('b');
INSERT INTO posts (user_id, likes) VALUES (1, 3), (2, 0);
