CREATE TYPE order_state AS ENUM ('new', 'paid', 'sent');
CREATE TABLE orders (
  id int PRIMARY KEY,
  state order_state NOT NULL DEFAULT 'new',
  former order_state[]
);
CREATE INDEX orders_state ON orders (state) WHERE state <> 'sent';
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state = 'new';
