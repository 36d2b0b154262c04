CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE VIEW sales_by_region AS SELECT region, sum(amount) AS total FROM sales GROUP BY region;
CREATE VIEW best_region AS SELECT region FROM sales_by_region ORDER BY total DESC LIMIT 1;
GRANT SELECT ON sales_by_region TO reader;
