CREATE TABLE items (id int PRIMARY KEY, price numeric, total numeric GENERATED ALWAYS AS (price * 1.19) STORED);
CREATE STATISTICS items_stats ON price, id FROM items;
