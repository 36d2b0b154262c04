CREATE FUNCTION cmp_abs(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT sign(abs(a) - abs(b))::int $$;
CREATE FUNCTION abs_lt(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) < abs(b) $$;
CREATE FUNCTION abs_eq(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) = abs(b) $$;
CREATE FUNCTION abs_gt(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) > abs(b) $$;
CREATE TABLE t (id int PRIMARY KEY, n int);

CREATE INDEX t_n ON t (n);
