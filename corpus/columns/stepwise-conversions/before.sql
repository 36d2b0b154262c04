CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE orders (
  number uuid PRIMARY KEY,
  quantity varchar(20) NOT NULL,
  placed timestamp NOT NULL DEFAULT now(),
  price numeric(10, 2),
  tag text,
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done'))
);
CREATE INDEX orders_placed ON orders (placed DESC) WHERE state = 'new';
