CREATE TYPE point3 AS (x float8, y float8, z float8);
CREATE TABLE dots (id int PRIMARY KEY, p point3);
CREATE VIEW heights AS SELECT id, (p).z AS height FROM dots;
