CREATE TABLE events (id int NOT NULL, at date NOT NULL, kind text DEFAULT 'x', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2023 (id int NOT NULL, at date NOT NULL, kind text DEFAULT 'x', CONSTRAINT events_2023_pkey PRIMARY KEY (id, at));
CREATE INDEX events_kind ON events (kind);
CREATE INDEX events_2023_kind_idx ON events_2023 (kind);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER events_touch BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();
