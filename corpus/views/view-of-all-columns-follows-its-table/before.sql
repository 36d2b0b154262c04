CREATE TABLE items (id int PRIMARY KEY, name text NOT NULL);
CREATE VIEW all_items AS SELECT * FROM items;
CREATE VIEW item_count AS SELECT count(*) AS n FROM all_items;
