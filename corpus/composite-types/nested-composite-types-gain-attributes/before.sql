CREATE TYPE inner_t AS (a int);
CREATE TYPE outer_t AS (i inner_t, list inner_t[]);
CREATE TABLE t (id int PRIMARY KEY, o outer_t);
