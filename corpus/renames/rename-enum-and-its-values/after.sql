CREATE TYPE order_state AS ENUM ('new', 'done');
CREATE TABLE orders (id int PRIMARY KEY, state order_state NOT NULL DEFAULT 'new');
CREATE INDEX open_orders ON orders (id) WHERE state = 'new';
