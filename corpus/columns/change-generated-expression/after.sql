CREATE TABLE items (
  id int PRIMARY KEY,
  price numeric NOT NULL,
  quantity int NOT NULL,
  total numeric GENERATED ALWAYS AS (price * quantity * 1.19) STORED,
  label text
);
CREATE INDEX items_total ON items (total);
CREATE VIEW totals AS SELECT id, total FROM items;
COMMENT ON COLUMN items.total IS 'with tax';
