CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, born date, UNIQUE (first_name, last_name));
CREATE VIEW full_names AS SELECT first_name || ' ' || last_name AS name FROM people;
