CREATE FUNCTION is_clean(text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = btrim($1);
CREATE TABLE products (
  id int PRIMARY KEY,
  price numeric CHECK (price > 0),
  sale numeric CONSTRAINT "sale below price" CHECK (sale < price),
  name text CHECK (is_clean(name)),
  CHECK (price IS NOT NULL OR sale IS NULL),
  CONSTRAINT whole_row CHECK (products IS DISTINCT FROM NULL) NO INHERIT
);
COMMENT ON CONSTRAINT "sale below price" ON products IS 'or it is none';
