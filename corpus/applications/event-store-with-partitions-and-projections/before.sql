CREATE TABLE streams (id uuid PRIMARY KEY, kind text NOT NULL, version int NOT NULL DEFAULT 0);
CREATE TABLE events (stream uuid NOT NULL REFERENCES streams, version int NOT NULL, kind text NOT NULL, data json NOT NULL, month int NOT NULL, PRIMARY KEY (stream, version, month)) PARTITION BY LIST (month);
CREATE TABLE events_202401 PARTITION OF events FOR VALUES IN (202401);
CREATE TABLE events_202402 PARTITION OF events FOR VALUES IN (202402);
CREATE INDEX events_kind ON events (kind);
CREATE MATERIALIZED VIEW balances AS SELECT stream, sum((data ->> 'amount')::int) AS balance FROM events GROUP BY stream;
CREATE UNIQUE INDEX balances_stream ON balances (stream);
CREATE FUNCTION append(s uuid, k text, d json) RETURNS int LANGUAGE plpgsql AS $$
DECLARE v int;
BEGIN
  UPDATE streams SET version = version + 1 WHERE id = s RETURNING version INTO v;
  INSERT INTO events VALUES (s, v, k, d, to_char(now(), 'YYYYMM')::int);
  RETURN v;
END $$;
