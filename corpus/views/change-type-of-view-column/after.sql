CREATE TABLE readings (sensor int NOT NULL, at timestamptz NOT NULL, value real NOT NULL);

CREATE VIEW daily AS SELECT sensor, date_trunc('day', at) AS day, avg(value)::numeric(8, 3) AS mean FROM readings GROUP BY sensor, date_trunc('day', at);
CREATE VIEW hot AS SELECT sensor, day FROM daily WHERE mean > 30;
