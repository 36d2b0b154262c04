CREATE TYPE v2 AS (x int, y int);
