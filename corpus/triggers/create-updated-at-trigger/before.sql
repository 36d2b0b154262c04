CREATE TABLE posts (id int PRIMARY KEY, body text);

CREATE INDEX posts_body ON posts (body);
