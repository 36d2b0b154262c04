CREATE TABLE products (
  id int PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  price numeric(10,2) CHECK (price >= 0),
  discount numeric(10,2) DEFAULT 0,
  net numeric(10,2) GENERATED ALWAYS AS (price - discount) STORED,
  CHECK (discount <= price)
);
CREATE INDEX products_discount ON products (discount) WHERE discount > 0;
CREATE INDEX products_id_discount ON products (id, discount);
CREATE STATISTICS products_stats ON price, discount FROM products;
CREATE VIEW discounted AS SELECT id, discount FROM products WHERE discount > 0;
CREATE VIEW discount_count AS SELECT count(*) AS n FROM discounted;
CREATE POLICY only_cheap ON products USING (discount > 0);
CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER discount_changed BEFORE UPDATE OF discount ON products FOR EACH ROW
  WHEN (NEW.discount IS DISTINCT FROM OLD.discount) EXECUTE FUNCTION noop();
COMMENT ON COLUMN products.discount IS 'in euros';
GRANT SELECT (id, discount) ON products TO reader;
