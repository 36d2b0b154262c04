CREATE TYPE inner_t AS (a int, b text);
CREATE TYPE outer_t AS (i inner_t, list inner_t[], n int);
CREATE TABLE t (id int PRIMARY KEY, o outer_t);
