CREATE TABLE users (id int PRIMARY KEY, first_name text);
CREATE FUNCTION full_name(u users) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC SELECT u.first_name; END;
CREATE FUNCTION find_user(n text) RETURNS SETOF users LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM users WHERE first_name = n; END;
