CREATE TABLE users (id int PRIMARY KEY, email text CONSTRAINT users_email UNIQUE, name text);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE TABLE logins (email text REFERENCES users (email));
