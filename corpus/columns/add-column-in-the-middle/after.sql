CREATE TABLE people (id int PRIMARY KEY, first_name text NOT NULL DEFAULT '', last_name text NOT NULL, middle_name text, born date);
CREATE VIEW names AS SELECT last_name, first_name FROM people;
