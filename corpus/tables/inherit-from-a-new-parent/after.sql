CREATE TABLE places (name text NOT NULL);
CREATE TABLE cities (population int CHECK (population >= 0)) INHERITS (places);
CREATE TABLE capitals (country char(2) NOT NULL) INHERITS (cities);
