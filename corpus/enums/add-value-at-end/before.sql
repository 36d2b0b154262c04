CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'open');
CREATE INDEX jobs_state ON jobs (state);
CREATE VIEW open_jobs AS SELECT id, state FROM jobs WHERE state = 'open';
