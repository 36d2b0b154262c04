CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE orders (
  number uuid PRIMARY KEY,
  quantity integer NOT NULL,
  placed timestamptz NOT NULL DEFAULT now(),
  price numeric(12, 4),
  tag text[],
  state state NOT NULL DEFAULT 'new'
);
CREATE INDEX orders_placed ON orders (placed DESC) WHERE state = 'new';
