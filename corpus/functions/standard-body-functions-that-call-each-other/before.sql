CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE FUNCTION user_name(uid int) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC SELECT name FROM users WHERE id = uid; END;
CREATE FUNCTION greeting(uid int) RETURNS text LANGUAGE sql STABLE RETURN 'Hi ' || user_name(uid);
