CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id int PRIMARY KEY, mail email NOT NULL);
CREATE FUNCTION host(m email) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(m, '@', 2) $$;
