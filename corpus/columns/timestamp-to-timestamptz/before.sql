CREATE TABLE events (id int PRIMARY KEY, at timestamp NOT NULL DEFAULT now(), day date, span daterange);
CREATE INDEX events_at ON events (at DESC);
