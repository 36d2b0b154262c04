CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text);
CREATE TABLE posts (id int PRIMARY KEY, author bigint REFERENCES users, FOREIGN KEY (author) REFERENCES users ON DELETE CASCADE);
CREATE VIEW authors AS SELECT u.email FROM users u JOIN posts p ON p.author = u.id;
