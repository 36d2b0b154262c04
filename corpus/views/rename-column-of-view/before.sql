CREATE TABLE orders (id int PRIMARY KEY, total numeric(10, 2) NOT NULL);

CREATE VIEW order_totals AS SELECT id, total FROM orders;
CREATE VIEW big_orders AS SELECT id, total FROM order_totals WHERE total > 1000;
