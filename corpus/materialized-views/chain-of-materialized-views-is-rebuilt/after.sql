CREATE TABLE hits (page text NOT NULL, at timestamptz NOT NULL, visitor int);

CREATE MATERIALIZED VIEW hourly AS SELECT page, date_trunc('hour', at) AS hour, count(DISTINCT visitor) AS visitors, count(*) AS n FROM hits GROUP BY 1, 2;
CREATE UNIQUE INDEX hourly_key ON hourly (page, hour);
CREATE MATERIALIZED VIEW daily AS SELECT page, hour::date AS day, sum(n) AS n FROM hourly GROUP BY 1, 2;
CREATE UNIQUE INDEX daily_key ON daily (page, day);
CREATE VIEW today AS SELECT page, n FROM daily WHERE day = current_date;
GRANT SELECT ON today TO anon;
