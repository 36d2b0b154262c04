CREATE TYPE state AS ENUM ('open', 'cancelled');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'cancelled');
CREATE VIEW gone AS SELECT id FROM jobs WHERE state = 'cancelled';
