CREATE TABLE orders (
  id int PRIMARY KEY,
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent')),
  former text[]
);
CREATE INDEX orders_state ON orders (state) WHERE state <> 'sent';
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state = 'new';
