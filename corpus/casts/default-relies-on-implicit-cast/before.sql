CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION mood_name() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'sad'::text $$;
CREATE TABLE t (id int PRIMARY KEY, m mood);
