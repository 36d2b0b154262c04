CREATE TABLE orders (id int NOT NULL, region text NOT NULL, total numeric DEFAULT 0, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('eu');
CREATE TABLE orders_us (id int NOT NULL, region text NOT NULL, total numeric DEFAULT 0, PRIMARY KEY (id, region));
CREATE INDEX orders_total ON orders (total);
CREATE INDEX orders_us_total_idx ON orders_us (total);
