CREATE TABLE products (
  id int PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  price numeric(10,2) CHECK (price >= 0)
);
CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
GRANT SELECT (id) ON products TO reader;
