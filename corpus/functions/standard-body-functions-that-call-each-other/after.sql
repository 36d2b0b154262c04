CREATE TABLE users (id int PRIMARY KEY, name text, nick text);
CREATE FUNCTION user_name(uid int) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC SELECT coalesce(nick, name) FROM users WHERE id = uid; END;
CREATE FUNCTION greeting(uid int, word text DEFAULT 'Hi') RETURNS text LANGUAGE sql STABLE RETURN word || ' ' || user_name(uid);
