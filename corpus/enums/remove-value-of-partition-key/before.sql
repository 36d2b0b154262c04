CREATE TYPE region AS ENUM ('eu', 'us', 'mars');
CREATE TABLE sales (id int NOT NULL, region region NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
CREATE INDEX sales_id ON sales (id);
