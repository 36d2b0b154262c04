CREATE TABLE people (id int PRIMARY KEY, name text, salary int, dept text);

CREATE VIEW directory WITH (security_barrier = true) AS SELECT id, name, dept FROM people WHERE dept <> 'board';
