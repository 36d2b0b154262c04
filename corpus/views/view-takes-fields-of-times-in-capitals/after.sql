CREATE TABLE sales (
  id int PRIMARY KEY,
  sold timestamptz NOT NULL,
  total numeric NOT NULL,
  CONSTRAINT sold_in_this_age CHECK (EXTRACT('Year' FROM sold AT TIME ZONE 'UTC') > 1999)
);

CREATE VIEW sales_of_years AS
SELECT extract('YEAR' from sold) AS year, sum(total) AS total FROM sales GROUP BY 1;
