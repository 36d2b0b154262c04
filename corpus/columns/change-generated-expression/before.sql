CREATE TABLE items (
  id int PRIMARY KEY,
  price numeric NOT NULL,
  quantity int NOT NULL,
  total numeric GENERATED ALWAYS AS (price * quantity) STORED,
  label text GENERATED ALWAYS AS ('no. ' || id::text) STORED
);
CREATE INDEX items_total ON items (total);
CREATE VIEW totals AS SELECT id, total FROM items;
COMMENT ON COLUMN items.total IS 'without tax';
