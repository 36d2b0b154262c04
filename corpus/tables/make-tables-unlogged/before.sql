CREATE TABLE sessions (id uuid PRIMARY KEY, data jsonb NOT NULL);
CREATE TABLE session_events (id bigserial PRIMARY KEY, session_id uuid NOT NULL REFERENCES sessions);
CREATE TABLE session_notes (event_id bigint REFERENCES session_events);
CREATE INDEX session_events_idx ON session_events (session_id);
