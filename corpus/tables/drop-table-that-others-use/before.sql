CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE regions (id int PRIMARY KEY, label text);
CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers,
  region_id int REFERENCES regions
);
CREATE INDEX orders_region_idx ON orders (region_id);
CREATE VIEW orders_by_region AS
  SELECT r.label, count(*) AS orders FROM orders o JOIN regions r ON r.id = o.region_id GROUP BY r.label;
CREATE VIEW busy_regions AS SELECT label FROM orders_by_region WHERE orders > 10;
