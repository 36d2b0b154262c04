CREATE TABLE orders (id int PRIMARY KEY, total numeric(10, 2) NOT NULL);

CREATE VIEW order_totals AS SELECT id, total AS gross FROM orders;
CREATE VIEW big_orders AS SELECT id, gross AS total FROM order_totals WHERE gross > 1000;
