CREATE TABLE people (id int PRIMARY KEY, name text, salary int, dept text);

CREATE VIEW directory AS SELECT id, name FROM people;
