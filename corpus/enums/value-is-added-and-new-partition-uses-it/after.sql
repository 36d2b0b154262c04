CREATE TYPE region AS ENUM ('asia', 'eu', 'us');
CREATE TABLE sales (id int NOT NULL, region region NOT NULL DEFAULT 'asia') PARTITION BY LIST (region);
CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
CREATE TABLE sales_asia PARTITION OF sales FOR VALUES IN ('asia');
