CREATE FUNCTION norm(txt text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT trim(lower(txt)) $$;
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);
CREATE UNIQUE INDEX users_email ON users (norm(email));
