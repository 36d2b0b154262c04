CREATE TABLE sales (id int PRIMARY KEY, amount numeric(12,2) NOT NULL, day date NOT NULL);
CREATE MATERIALIZED VIEW daily_sales AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
CREATE UNIQUE INDEX daily_sales_pkey ON daily_sales (day);
CREATE VIEW best_days AS SELECT day FROM daily_sales WHERE total > 1000;
