CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE VIEW order_view AS SELECT o.id, o.total FROM orders o;
