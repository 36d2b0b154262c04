CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE orders (id int PRIMARY KEY, state state NOT NULL DEFAULT 'open');
CREATE INDEX open_orders ON orders (id) WHERE state = 'open';
