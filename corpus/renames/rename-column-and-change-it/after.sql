CREATE TABLE users (id int PRIMARY KEY, display_name text NOT NULL DEFAULT 'nobody', age int);
CREATE UNIQUE INDEX users_display_name ON users (display_name);
CREATE VIEW names AS SELECT display_name FROM users;
