CREATE TABLE counters (name text PRIMARY KEY, n int NOT NULL DEFAULT 0);
CREATE FUNCTION read_counter(c text) RETURNS int LANGUAGE sql STABLE BEGIN ATOMIC SELECT n FROM counters WHERE name = c; END;
CREATE VIEW clicks AS SELECT read_counter('clicks') AS n;
