CREATE TABLE products (id int PRIMARY KEY, extra jsonb NOT NULL DEFAULT '{}');
CREATE INDEX products_extra ON products USING gin (extra jsonb_path_ops);
CREATE VIEW colours AS SELECT id, extra ->> 'colour' AS colour FROM products;
