CREATE TABLE items (
  id int PRIMARY KEY,
  price int NOT NULL,
  quantity int NOT NULL,
  total int GENERATED ALWAYS AS (price * quantity) STORED,
  half int GENERATED ALWAYS AS (price / 2) VIRTUAL,
  twice int GENERATED ALWAYS AS (price * 2) VIRTUAL
);
CREATE VIEW item_totals AS SELECT id, total, half FROM items;
