CREATE TYPE span AS (lo int, hi int);
CREATE TABLE t (id int PRIMARY KEY);
