CREATE TYPE address AS (street text, postcode text);
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id int PRIMARY KEY, home address, contact email);
CREATE VIEW zips AS SELECT (home).postcode AS zip FROM users;
