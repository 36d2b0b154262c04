CREATE TYPE person_t AS (id int, name text);
CREATE TABLE people OF person_t (PRIMARY KEY (id));
