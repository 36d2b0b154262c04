CREATE TYPE state AS ENUM ('draft', 'open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'draft', CONSTRAINT draft_is_new CHECK (state <> 'draft' OR id > 0));
CREATE INDEX jobs_draft ON jobs (id) WHERE state = 'draft';
CREATE VIEW active AS SELECT id FROM jobs WHERE state IN ('draft', 'open');
