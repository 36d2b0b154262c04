CREATE TABLE items (id int PRIMARY KEY, net numeric, gross numeric GENERATED ALWAYS AS (net * 1.19) STORED);
CREATE STATISTICS items_stats ON net, id FROM items;
