CREATE TABLE sales (id int PRIMARY KEY, region text, rep text, amount numeric, at date);

CREATE VIEW report AS
  WITH monthly AS (SELECT region, rep, date_trunc('month', at) AS month, sum(amount) AS total FROM sales GROUP BY 1, 2, 3)
  SELECT region, rep, month, total, rank() OVER (PARTITION BY month ORDER BY total DESC) AS place FROM monthly;
