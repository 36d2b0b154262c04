CREATE FUNCTION slug(title text, separator text DEFAULT '-') RETURNS text LANGUAGE sql IMMUTABLE
  RETURN replace(lower(title), ' ', separator);
CREATE TABLE pages (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (slug(title)) STORED);
CREATE UNIQUE INDEX pages_slug ON pages (slug);
