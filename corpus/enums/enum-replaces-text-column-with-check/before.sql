CREATE TABLE jobs (id int PRIMARY KEY, state text NOT NULL DEFAULT 'open' CONSTRAINT known_state CHECK (state IN ('open', 'done')));
CREATE INDEX jobs_state ON jobs (state);
