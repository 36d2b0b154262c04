CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE MATERIALIZED VIEW region_totals AS SELECT region, sum(amount) AS total FROM sales GROUP BY region;
CREATE UNIQUE INDEX region_totals_key ON region_totals (region);
COMMENT ON MATERIALIZED VIEW region_totals IS 'Refreshed hourly';
COMMENT ON INDEX region_totals_key IS 'Needed to refresh concurrently';
GRANT SELECT ON region_totals TO reader;
ALTER MATERIALIZED VIEW region_totals OWNER TO app_owner;
