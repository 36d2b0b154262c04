CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE MATERIALIZED VIEW region_totals AS SELECT region, sum(amount) AS total, count(*) AS n FROM sales GROUP BY region;
CREATE UNIQUE INDEX region_totals_key ON region_totals (region);
CREATE INDEX region_totals_total ON region_totals (total DESC) WHERE n > 1;
COMMENT ON MATERIALIZED VIEW region_totals IS 'Refreshed hourly';
COMMENT ON COLUMN region_totals.n IS 'Number of sales';
COMMENT ON INDEX region_totals_key IS 'Needed to refresh concurrently';
GRANT SELECT ON region_totals TO reader;
