CREATE EXTENSION hstore;
CREATE TABLE products (id int PRIMARY KEY, attrs hstore NOT NULL DEFAULT '');
CREATE INDEX products_attrs ON products USING gin (attrs);
CREATE VIEW colours AS SELECT id, attrs -> 'colour' AS colour FROM products;
