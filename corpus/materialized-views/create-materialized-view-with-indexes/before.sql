CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE INDEX sales_region ON sales (region);
