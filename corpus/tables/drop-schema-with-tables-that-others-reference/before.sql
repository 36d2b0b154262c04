CREATE SCHEMA legacy;
CREATE TABLE legacy.clients (id int PRIMARY KEY, name text);
CREATE TABLE legacy.contracts (id int PRIMARY KEY, client_id int REFERENCES legacy.clients);
CREATE TYPE legacy.state AS ENUM ('open', 'done');
CREATE TABLE tasks (id int PRIMARY KEY, state legacy.state, client_id int REFERENCES legacy.clients);
CREATE VIEW legacy.open_tasks AS SELECT * FROM tasks WHERE state = 'open';
