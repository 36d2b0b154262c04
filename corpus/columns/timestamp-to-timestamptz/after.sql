CREATE TABLE events (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), day timestamptz, span tstzrange);
CREATE INDEX events_at ON events (at DESC);
