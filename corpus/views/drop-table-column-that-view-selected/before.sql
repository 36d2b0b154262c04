CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, fax text);
CREATE VIEW contacts AS SELECT id, name, fax FROM users;
CREATE VIEW contact_names AS SELECT name FROM contacts;
