CREATE TYPE point3 AS (x float8, y float8, c float8);
CREATE TABLE dots (id int PRIMARY KEY, p point3);
CREATE VIEW heights AS SELECT id, (p).c AS height FROM dots;
