CREATE TABLE items (
  id int PRIMARY KEY,
  price int NOT NULL,
  quantity int NOT NULL,
  total int GENERATED ALWAYS AS (price * quantity) VIRTUAL,
  half int GENERATED ALWAYS AS (price / 2) STORED,
  twice int GENERATED ALWAYS AS (price + price) VIRTUAL,
  tax int GENERATED ALWAYS AS (price * quantity * 19 / 100)
);
CREATE VIEW item_totals AS SELECT id, total, half FROM items;
