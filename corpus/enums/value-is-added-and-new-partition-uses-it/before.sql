CREATE TYPE region AS ENUM ('eu', 'us');
CREATE TABLE sales (id int NOT NULL, region region NOT NULL) PARTITION BY LIST (region);
CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
