CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'open');
CREATE INDEX jobs_state ON jobs (state) WHERE state <> 'done';
COMMENT ON TYPE state IS 'Where a job is';
GRANT USAGE ON TYPE state TO reader;
