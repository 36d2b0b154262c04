CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
CREATE VIEW user_names AS SELECT id, name FROM users;
CREATE VIEW short_names AS SELECT name FROM user_names WHERE length(name) < 4;
