CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);
CREATE UNIQUE INDEX users_email ON users (email);
CREATE TABLE logins (email text CONSTRAINT logins_email_fkey REFERENCES users (email));
