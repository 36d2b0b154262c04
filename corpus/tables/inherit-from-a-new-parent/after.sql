CREATE TABLE places (name text NOT NULL);
CREATE TABLE cities (name text NOT NULL, population int CHECK (population >= 0)) INHERITS (places);
CREATE TABLE capitals (
  name text NOT NULL,
  population int CONSTRAINT cities_population_check CHECK (population >= 0),
  country char(2) NOT NULL
) INHERITS (cities);
