CREATE TYPE address AS (street text, zip text);
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id int PRIMARY KEY, home address, contact mail);
CREATE VIEW zips AS SELECT (home).zip FROM users;
