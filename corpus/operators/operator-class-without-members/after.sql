CREATE TYPE pair AS (a int, b int);
CREATE OPERATOR CLASS pair_ops FOR TYPE int USING btree AS STORAGE int;
