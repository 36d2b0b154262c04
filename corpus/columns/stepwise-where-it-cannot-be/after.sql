CREATE TABLE keyless (n bigint);
CREATE TABLE touched (id integer PRIMARY KEY, n bigint, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.at := clock_timestamp(); RETURN NEW; END';
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON touched FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE logs (at date NOT NULL, n bigint) PARTITION BY RANGE (at);
CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE doubled (id integer PRIMARY KEY, n bigint, twice bigint GENERATED ALWAYS AS (n * 2) STORED);
CREATE TABLE apart (id integer PRIMARY KEY, n bigint, EXCLUDE (n WITH =));
