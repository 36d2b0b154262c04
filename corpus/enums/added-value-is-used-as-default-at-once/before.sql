CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'open');
CREATE VIEW active AS SELECT id FROM jobs WHERE state = 'open';
