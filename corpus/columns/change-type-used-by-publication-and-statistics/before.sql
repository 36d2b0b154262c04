CREATE TABLE metrics (id int PRIMARY KEY, kind varchar(10) NOT NULL, value int NOT NULL);
CREATE STATISTICS metrics_stats (dependencies, mcv) ON kind, value FROM metrics;
CREATE STATISTICS metrics_expr ON (value % 10), kind FROM metrics;
CREATE PUBLICATION important FOR TABLE metrics (id, value) WHERE (id > 100);
