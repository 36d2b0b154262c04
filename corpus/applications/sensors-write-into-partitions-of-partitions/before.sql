CREATE TABLE sites (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE readings (site int NOT NULL, sensor int NOT NULL, at timestamptz NOT NULL, value real) PARTITION BY RANGE (at);
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX readings_at ON readings USING brin (at);
CREATE VIEW latest AS SELECT DISTINCT ON (site, sensor) * FROM readings ORDER BY site, sensor, at DESC;
