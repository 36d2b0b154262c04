CREATE TABLE sales (id int PRIMARY KEY, region text, rep text, amount numeric, at date);

CREATE VIEW report AS
  WITH monthly AS MATERIALIZED (SELECT region, rep, date_trunc('month', at) AS month, sum(amount) FILTER (WHERE amount > 0) AS total FROM sales GROUP BY GROUPING SETS ((1, 2, 3), (1, 3)))
  SELECT region, rep, month, total, dense_rank() OVER w AS place FROM monthly, LATERAL (SELECT 1) x WINDOW w AS (PARTITION BY month, region ORDER BY total DESC NULLS LAST);
