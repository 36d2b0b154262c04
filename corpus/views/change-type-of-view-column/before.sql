CREATE TABLE readings (sensor int NOT NULL, at timestamptz NOT NULL, value real NOT NULL);

CREATE VIEW daily AS SELECT sensor, at::date AS day, avg(value) AS mean FROM readings GROUP BY sensor, at::date;
CREATE VIEW hot AS SELECT sensor, day FROM daily WHERE mean > 30;
