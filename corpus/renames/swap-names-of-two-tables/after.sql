CREATE TABLE old_orders (id int CONSTRAINT orders_pk PRIMARY KEY, total numeric);
CREATE TABLE orders (id bigint CONSTRAINT old_orders_pk PRIMARY KEY, total numeric, currency text);
CREATE VIEW totals AS SELECT sum(total) AS total FROM old_orders;
