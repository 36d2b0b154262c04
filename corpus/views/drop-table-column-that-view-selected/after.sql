CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
CREATE VIEW contacts AS SELECT id, name FROM users;
CREATE VIEW contact_names AS SELECT name FROM contacts;
