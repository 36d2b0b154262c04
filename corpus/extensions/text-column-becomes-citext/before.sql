CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, CONSTRAINT users_email_key UNIQUE (email));
CREATE VIEW emails AS SELECT email FROM users WHERE email <> '';
