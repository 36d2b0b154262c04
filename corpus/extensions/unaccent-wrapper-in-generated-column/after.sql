CREATE EXTENSION unaccent;
CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, t) $$;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, plain_name text GENERATED ALWAYS AS (plain(name)) STORED);
CREATE INDEX people_plain ON people (lower(plain(name)));
