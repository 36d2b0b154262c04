CREATE SCHEMA archive;
CREATE TABLE archive.orders (id int PRIMARY KEY, total int);
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE VIEW order_view AS SELECT id, total FROM orders UNION ALL SELECT id, total FROM archive.orders;
