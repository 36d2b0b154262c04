CREATE DOMAIN mail AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id int PRIMARY KEY, mail mail NOT NULL);
CREATE FUNCTION host(m mail) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(m, '@', 2) $$;
