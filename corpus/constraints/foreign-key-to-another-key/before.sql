CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE logins (who text CONSTRAINT logins_who_fkey REFERENCES users (email) ON UPDATE CASCADE, at timestamptz);
