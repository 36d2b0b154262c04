CREATE TABLE orders (id int PRIMARY KEY, city text, zip text, at timestamptz, total numeric);

CREATE STATISTICS city_zip ON city, zip FROM orders;
CREATE STATISTICS ndist (ndistinct) ON city, zip, total FROM orders;
CREATE STATISTICS mixed (mcv, dependencies) ON zip, total FROM orders;
CREATE STATISTICS by_expr (ndistinct, mcv) ON (lower(city)), zip, (total * 2) FROM orders;
CREATE STATISTICS one_expr ON (date_trunc('day', at AT TIME ZONE 'UTC')) FROM orders;
COMMENT ON STATISTICS ndist IS 'For the planner';
ALTER STATISTICS mixed SET STATISTICS 500;
