CREATE TABLE items (id int PRIMARY KEY, name text NOT NULL, colour text, weight numeric DEFAULT 0 NOT NULL);
CREATE VIEW all_items AS SELECT * FROM items;
CREATE VIEW item_count AS SELECT count(*) AS n FROM all_items;
