CREATE TABLE users (user_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text);
CREATE TABLE posts (id int PRIMARY KEY, author_id bigint REFERENCES users, FOREIGN KEY (author_id) REFERENCES users ON DELETE CASCADE);
CREATE VIEW authors AS SELECT u.email FROM users u JOIN posts p ON p.author_id = u.user_id;
