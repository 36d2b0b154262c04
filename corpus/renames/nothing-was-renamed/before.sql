CREATE TABLE users (id int PRIMARY KEY, name text, nick text);
CREATE TABLE posts (id int PRIMARY KEY, body text);
