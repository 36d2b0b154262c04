CREATE TYPE person_t AS (id int, name text, born date);
CREATE TABLE people OF person_t (PRIMARY KEY (id), born WITH OPTIONS DEFAULT '2000-01-01');
