CREATE TABLE people (id int PRIMARY KEY, age int CONSTRAINT age_range CHECK (age BETWEEN 0 AND 150), kind text CHECK (kind IN ('a', 'b', 'c')));
