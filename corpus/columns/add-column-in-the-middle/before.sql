CREATE TABLE people (id int PRIMARY KEY, last_name text NOT NULL, born date);
CREATE VIEW names AS SELECT last_name FROM people;
