CREATE TYPE point3 AS (x float8, y float8, z float8);
CREATE TABLE free_points OF point3 (z WITH OPTIONS DEFAULT 0);
CREATE TABLE bound_points (x float8, y float8, z float8);
