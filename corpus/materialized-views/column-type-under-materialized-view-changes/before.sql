CREATE TABLE measures (id int PRIMARY KEY, value real NOT NULL);
CREATE MATERIALIZED VIEW stats AS SELECT min(value) AS lowest, max(value) AS highest FROM measures;
CREATE VIEW spread AS SELECT highest - lowest AS spread FROM stats;
