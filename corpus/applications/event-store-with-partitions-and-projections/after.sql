CREATE DOMAIN event_kind AS text CHECK (VALUE ~ '^[a-z_]+$');
CREATE TABLE streams (id uuid PRIMARY KEY, kind text NOT NULL, version bigint NOT NULL DEFAULT 0);
CREATE TABLE events (stream uuid NOT NULL REFERENCES streams ON DELETE RESTRICT, version bigint NOT NULL, kind event_kind NOT NULL, data jsonb NOT NULL, month int NOT NULL, meta jsonb NOT NULL DEFAULT '{}', PRIMARY KEY (stream, version, month)) PARTITION BY LIST (month);
CREATE TABLE events_202401 PARTITION OF events FOR VALUES IN (202401);
CREATE TABLE events_202402 PARTITION OF events FOR VALUES IN (202402);
CREATE TABLE events_202403 PARTITION OF events FOR VALUES IN (202403);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_kind ON events (kind, month);
CREATE INDEX events_meta ON events USING gin (meta);
CREATE TABLE snapshots (stream uuid REFERENCES streams, version bigint, state jsonb NOT NULL, PRIMARY KEY (stream, version));
CREATE TABLE projections (name text PRIMARY KEY, "position" bigint NOT NULL DEFAULT 0, locked_until timestamptz);
CREATE MATERIALIZED VIEW balances AS SELECT stream, sum((data ->> 'amount')::numeric) AS balance, max(version) AS version FROM events GROUP BY stream;
CREATE UNIQUE INDEX balances_stream ON balances (stream);
CREATE FUNCTION append(s uuid, k event_kind, d jsonb, m jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE v bigint;
BEGIN
  UPDATE streams SET version = version + 1 WHERE id = s RETURNING version INTO v;
  INSERT INTO events VALUES (s, v, k, d, to_char(now(), 'YYYYMM')::int, m);
  RETURN v;
END $$;
CREATE FUNCTION no_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'events are for ever'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION no_change();
