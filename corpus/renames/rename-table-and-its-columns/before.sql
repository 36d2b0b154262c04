CREATE TABLE person (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, fname text NOT NULL, lname text NOT NULL, UNIQUE (fname, lname));
CREATE VIEW full_names AS SELECT fname || ' ' || lname AS name FROM person;
