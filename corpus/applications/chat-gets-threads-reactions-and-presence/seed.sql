INSERT INTO users (handle) VALUES ('ada'), ('bob');
INSERT INTO rooms (name) VALUES ('lobby');
INSERT INTO members VALUES (1, 1), (1, 2);
INSERT INTO messages (room, author, body) VALUES (1, 1, 'hello'), (1, 2, 'hi');
