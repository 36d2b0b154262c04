CREATE TABLE people (id int PRIMARY KEY, name text);

CREATE VIEW directory WITH (security_barrier = true) AS SELECT id, name FROM people;
CREATE VIEW phone_book WITH (security_barrier = false) AS SELECT name FROM people;
