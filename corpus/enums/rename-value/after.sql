CREATE TYPE state AS ENUM ('open', 'canceled');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'canceled');
CREATE VIEW gone AS SELECT id FROM jobs WHERE state = 'canceled';
