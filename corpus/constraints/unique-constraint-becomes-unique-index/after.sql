CREATE TABLE users (id int PRIMARY KEY, email text, name text CONSTRAINT users_name UNIQUE);
CREATE UNIQUE INDEX users_email ON users (email);
CREATE TABLE logins (email text REFERENCES users (email));
