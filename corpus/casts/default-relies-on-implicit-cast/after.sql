CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION mood_name() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'sad'::text $$;
CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT;
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT mood_name());
