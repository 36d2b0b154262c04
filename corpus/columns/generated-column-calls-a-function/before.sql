CREATE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower($1);
CREATE TABLE pages (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (slug(title)) STORED);
CREATE UNIQUE INDEX pages_slug ON pages (slug);
