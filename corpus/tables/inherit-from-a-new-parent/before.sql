CREATE TABLE cities (name text NOT NULL, population int CHECK (population >= 0));
CREATE TABLE capitals (name text NOT NULL, population int CHECK (population >= 0), country char(2) NOT NULL);
