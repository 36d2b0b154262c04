CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE VIEW totals AS SELECT region, sum(amount) AS total FROM sales GROUP BY region;
CREATE VIEW top AS SELECT region FROM totals WHERE total > 100;
COMMENT ON VIEW totals IS 'Totals';
GRANT SELECT ON totals TO reader;
