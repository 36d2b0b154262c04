CREATE TYPE cents AS (n int);
CREATE TYPE euros AS (n numeric);
CREATE TYPE colour AS ENUM ('red', 'blue');

CREATE CAST (colour AS text) WITH INOUT AS ASSIGNMENT;
